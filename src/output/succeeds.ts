// For what may be refused without harm: tried, and the refusal is ignored.

export function succeeds(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
