/** `npm run soak`: twenty minutes of traffic with a fault every twenty seconds, or as many minutes as said; prints the figures. */
import { runSoak } from './soak.ts';

const [minutes = '20'] = process.argv.slice(2);
const figures = await runSoak({
  seconds: Number(minutes) * 60,
  faultEverySeconds: 20,
  tell: (line) => console.log(`${new Date().toISOString()} ${line}`),
});
console.log(JSON.stringify(figures, null, 2));
const { lostWrites, doubleWrites, lostSessions, bareErrors } = figures;
process.exitCode = lostWrites + doubleWrites + lostSessions + bareErrors.length === 0 ? 0 : 1;
