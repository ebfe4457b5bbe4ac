/** Adds as the outbox makes them: repeated with the same key until the answer is final. */
import { setTimeout as sleep } from 'node:timers/promises';
import { API_PATHS } from '../../../shared/paths.ts';
import type { TestClient } from '../test-client.ts';

export interface Adds {
  /** One request. */
  add(email: string): Promise<Response>;
  /** The status that stays. */
  addUntilDone(email: string): Promise<number>;
}

export function createAdds(client: TestClient, token: string): Adds {
  const add = (email: string) =>
    client.call(token, API_PATHS.contacts, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': `key-of-${email.replace(/\W/g, '-')}`,
      },
      body: JSON.stringify({ email, consent_status: 'Not Provided' }),
    });
  /** 409 is also the answer while the claim of the dead broker is valid. */
  const isThere = async (email: string): Promise<boolean> => {
    const problem = (await (await add(email)).json()) as { type?: string };
    return problem.type === undefined || problem.type.endsWith('contact-exists');
  };
  return {
    add,
    async addUntilDone(email) {
      for (;;) {
        const { status } = await add(email);
        if (status < 500 && status !== 429 && (status !== 409 || (await isThere(email)))) return status;
        await sleep(200);
      }
    },
  };
}
