/** The functions in which a process spent its time, from a profile as V8 writes it. Pure. */

const TOP = 20;

interface Profile {
  nodes: {
    id: number;
    callFrame: { functionName: string; url: string; lineNumber: number };
  }[];
  samples: number[];
  timeDeltas: number[];
}

/** One line each: part of the time that was not idle, function, file and line. */
export function topOfProfile(json: string): string {
  const { nodes, samples, timeDeltas } = JSON.parse(json) as Profile;
  const names = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      `${functionName || '(anonymous)'} ${url.split('/').at(-1)}:${lineNumber + 1}`,
    ]),
  );
  const spent = new Map<string, number>();
  for (const [at, id] of samples.entries()) {
    const name = names.get(id) ?? '';
    if (name.startsWith('(idle)') || name.startsWith('(program)')) continue;
    spent.set(name, (spent.get(name) ?? 0) + (timeDeltas[at] ?? 0));
  }
  const total = [...spent.values()].reduce((sum, one) => sum + one, 0);
  return [...spent]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, TOP)
    .map(([name, time]) => `${((100 * time) / total).toFixed(1).padStart(5)} %  ${name}`)
    .join('\n');
}
