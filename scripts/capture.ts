/**
 * Captures contacts from samples: `node scripts/capture.ts FILE`. FILE is a JSON array of `{ id, source }`; the answer on
 * stdout is `[{ id, contacts: [{ email, first_name, … }] }]`, non-empty fields only, and `consent` where it is said.
 */
import { capture, plain } from '../test/extension/capture/capture-text.ts';
import { readSamples, runScript } from './capture/samples.ts';

runScript('capture', () => {
  const answer = readSamples(process.argv[2]).map(({ id, source }) => ({
    id,
    contacts: capture(source).map((contact) => ({
      ...plain(contact),
      ...(contact.consent ? { consent: contact.consent } : {}),
    })),
  }));
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
});
