// Tries an action whose failure is harmless.

/** Returns false if `act` throws; the error is ignored. */
export function succeeds(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
