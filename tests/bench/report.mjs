const number = (value, digits = 0) => value.toFixed(digits);
const row = (cells, widths) => cells.map((cell, place) => (place === 0 ? String(cell).padEnd(widths[place]) : String(cell).padStart(widths[place]))).join("  ");
const verdict = (isMet) => (isMet ? "" : "MISSED");

/** Prints the results as a table: milliseconds, requests per second, and ratios to the baselines of the same run. Missed targets are marked. */
export function print({ sizes, pages, roles, results, cpuOfLayout, registered, memory }) {
  const widths = [22, ...sizes.flatMap(() => [8, 8, 8, 8]), 8, 8, 8];
  const lines = [
    "Ten callers that accept gzip; p50 and p95 in ms, requests per second, ratio to the baseline.",
    "H: a bare http answer of 20 KB. B: this site with the layout alone, asked by the same reader.",
    "",
    row(["", ...sizes.flatMap((size) => [size, "p95", "req/s", "ratio"]), "sizes", "aim", ""], widths),
  ];
  for (const { name, as, against, aim } of pages) {
    const baseline = results.get(against === "H" ? "H" : `B ${as}`).rate;
    const measured = sizes.map((size) => results.get(`${name} ${size}`));
    const ratios = measured.map(({ rate }) => rate / baseline);
    const cells = measured.flatMap(({ p50, p95, rate }, place) => [number(p50, 1), number(p95, 1), number(rate), number(ratios[place], 2)]);
    const between = measured.length > 1 ? number(measured.at(-1).rate / measured[0].rate, 2) : "";
    lines.push(row([name, ...cells, between, `${aim} ${against}`, verdict(ratios.every((ratio) => ratio >= aim))], widths));
  }
  const registering = sizes.map((size) => registered.get(size));
  lines.push(
    row(
      [
        "registering",
        ...registering.flatMap(({ p50, p95, rate }) => [number(p50, 1), number(p95, 1), number(rate), ""]),
        registering.length > 1 ? number(registering.at(-1).rate / registering[0].rate, 2) : "",
        "100/s",
        verdict(registering.every(({ rate }) => rate >= 100)),
      ],
      widths,
    ),
    "",
  );
  for (const name of ["H", "B", ...Object.keys(roles).map((role) => `B ${role}`)]) {
    const { p50, p95, rate } = results.get(name);
    lines.push(`${name.padEnd(16)} p50 ${number(p50, 1)} ms, p95 ${number(p95, 1)} ms, ${number(rate)}/s`);
  }
  lines.push("", `B costs ${number(cpuOfLayout, 2)} ms of the processor a request (aim: 2.00) ${verdict(cpuOfLayout <= 2)}`);
  for (const [size, megabytes] of memory) {
    lines.push(`Memory with ${size} members: ${number(megabytes)} MB, Node, PostgreSQL and PostgREST together as PSS (aim: under 500) ${verdict(megabytes < 500)}`);
  }
  console.log(lines.join("\n"));
}
