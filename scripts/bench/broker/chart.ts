/** The figures as a bar chart: processor time of a request, the broker's over the bare proxy's. Pure. */
import type { Figures } from './figures.ts';

const [WIDTH, LABEL, BAR, GAP] = [640, 220, 18, 14];

export function drawChart(all: readonly Figures[]): string {
  const longest = Math.max(...all.flatMap((one) => [one.cpuMicroseconds, one.proxyCpuMicroseconds]));
  const width = (value: number) => Math.round(((WIDTH - LABEL - 80) * value) / longest);
  const bar = (y: number, value: number, fill: string) =>
    `<rect x="${LABEL}" y="${y}" width="${width(value)}" height="${BAR}" fill="${fill}"/>` +
    `<text x="${LABEL + width(value) + 6}" y="${y + 14}">${Math.round(value)} µs</text>`;
  const groups = all.map((one, at) => {
    const y = GAP + at * (2 * BAR + GAP);
    const name = `${one.store}, ${one.sessions.toLocaleString('en')} sessions`;
    return (
      `<text x="${LABEL - 8}" y="${y + BAR + 4}" text-anchor="end">${name}</text>` +
      bar(y, one.cpuMicroseconds, '#1f6feb') +
      bar(y + BAR, one.proxyCpuMicroseconds, '#8b949e')
    );
  });
  const height = GAP + all.length * (2 * BAR + GAP);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="13" role="img"><title>Processor time of a request: broker (blue), bare proxy (grey)</title><rect width="${WIDTH}" height="${height}" fill="#fff"/>${groups.join('')}</svg>\n`;
}
