// A bundle of factories and validators → what is wrong with what they make, as JSON: a
// process of its own, as it is code from a stranger's document.

const { factories, validators } = await import(process.argv[2]);

const findings = [];
for (const [name, make] of Object.entries(factories)) {
  const safeParse = validators[name.replace(/^make/, "safeParse")];
  if (!name.startsWith("make") || safeParse === undefined) continue;
  const problem = problemOf(make, safeParse);
  if (problem !== null) {
    findings.push({ kind: "made", message: `${name}: ${problem}` });
  }
}
process.stdout.write(JSON.stringify(findings));

function problemOf(make, safeParse) {
  try {
    const parsed = safeParse(make(), { mode: "strict" });
    const wrong = [...(parsed.ok ? [] : parsed.issues), ...parsed.drift];
    return wrong.length === 0 ? null : wrong.join("; ");
  } catch (error) {
    return String(error);
  }
}
