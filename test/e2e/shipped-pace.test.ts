/** With the pace that ships, one call to Envoke a second after ten at once, and answers that take their time. */
import { expect } from 'vitest';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import { firefoxCannot } from './harness/firefox-cannot.ts';
import type { Rig } from './harness/rig.ts';
import { startRig } from './harness/rig.ts';
import { it as scenario } from './harness/scenario.ts';

const SHIPPED = { ENVOKE_REQUESTS_PER_SECOND: '1', ENVOKE_BURST: '10' };
const LATENCY_MS = 120;
const LETTERS = 14;

const it = scenario.override('rig', { scope: 'file' }, async ({ browser: _inItsLane }, { onCleanup }) => {
  const rig = await startRig(SHIPPED);
  onCleanup(() => rig.close());
  rig.envoke.modes.set({ slowMs: LATENCY_MS });
  return rig;
});

const callsTo = ({ envoke }: Rig) =>
  envoke.requests.list().filter(({ path }) => path.startsWith('/v')).length;

it.skipIf(firefoxCannot("type at a person's pace"))(
  'a name typed letter by letter is found with three calls at most, the sixth time too',
  async ({ rig, browser }) => {
    const popup = await browser.openPopup();
    await connect(popup);
    const people = rig.envoke.accounts[0]?.people.list() ?? [];
    const long = people
      .map(({ text }) => ({ name: `${text.first_name} ${text.last_name}`, email: text.email }))
      .filter(({ name, email }) => name.length >= LETTERS && email !== '');
    for (const { name, email } of long.slice(0, 6)) {
      await popup.searchBox.fill('');
      const before = callsTo(rig);
      await popup.searchBox.pressSequentially(name.slice(0, LETTERS), { delay: 150 });
      const lastLetterAt = performance.now();
      await expectShown(popup.contact(email));
      expect(performance.now() - lastLetterAt).toBeLessThan(2_500);
      expect(callsTo(rig) - before).toBeLessThanOrEqual(3);
    }
  },
  60_000,
);
