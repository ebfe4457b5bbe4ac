/** The figures as a bar chart: processor time of a request, as a multiple of the bare proxy's. Pure. */
import type { Figures } from './figures.ts';

const [WIDTH, LABEL, VALUE, BAR, GAP] = [720, 300, 130, 18, 12];

export function drawChart(all: readonly Figures[]): string {
  const longest = Math.max(...all.map(({ cpuToProxy }) => cpuToProxy.high));
  const width = (value: number) => Math.round(((WIDTH - LABEL - VALUE) * value) / longest);
  const rows = all.map(({ name, cpuToProxy: { median, low, high }, broker }, at) => {
    const y = GAP + at * (BAR + GAP);
    const middle = y + BAR / 2;
    const fill = broker === undefined ? '#8b949e' : '#1f6feb';
    return (
      `<text x="${LABEL - 8}" y="${y + 14}" text-anchor="end">${name}</text>` +
      `<rect x="${LABEL}" y="${y}" width="${width(median)}" height="${BAR}" fill="${fill}"/>` +
      `<path d="M${LABEL + width(low)} ${middle}H${LABEL + width(high)}" stroke="#24292f" stroke-width="2"/>` +
      `<text x="${LABEL + width(high) + 6}" y="${y + 14}">${median.toFixed(1)} (${low.toFixed(1)} to ${high.toFixed(1)})</text>`
    );
  });
  const height = GAP + all.length * (BAR + GAP);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="13" role="img"><title>Processor time of a request, as a multiple of the bare proxy's: median of the rounds, and their middle half</title><rect width="${WIDTH}" height="${height}" fill="#fff"/>${rows.join('')}</svg>\n`;
}
