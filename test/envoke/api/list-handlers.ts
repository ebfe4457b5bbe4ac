/** The small v1 lists: account, tags and subscriptions together, custom fields, automated messages (envoke-api 3.3 to 3.6). */

import type { Answer } from '../http/answer.ts';
import { json } from '../http/answer.ts';
import { phpMap } from '../http/php-json.ts';
import { type ApiCall, wireId } from './api-call.ts';
import { refused, written } from './envelope.ts';

export function getSettings({ account, modes }: ApiCall): Answer {
  if (modes.take('settingsFailsOnce')) return refused(500, 'Internal error');
  const id = wireId(Number(account.id), modes);
  const { name } = account;
  switch (modes.get('settingsShape')) {
    case 'full':
      return json({ id, name });
    case 'account_id':
      return json({ account_id: id, name });
    case 'wrapped':
      return written('', { id, name });
    case 'name':
      return json({ name });
    case 'huge-id':
      // JSON gives back another number than the one written.
      return { ...json(null), text: `{"id":9007199254740993,"name":${JSON.stringify(name)}}` };
  }
}

export function listInterestsV1({ account }: ApiCall): Answer {
  return namesById(account.interests.list());
}

export function listCustomFieldsV1({ account }: ApiCall): Answer {
  return namesById(account.customFields.list());
}

export function listAutoresponders({ account }: ApiCall): Answer {
  return namesById(account.autoresponders.list());
}

/** An object of id to name. */
function namesById(items: readonly { readonly id: number; readonly name: string }[]): Answer {
  return json(phpMap(Object.fromEntries(items.map(({ id, name }) => [id, name]))));
}
