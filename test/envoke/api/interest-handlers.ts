/** `/v2/interests`, `/v2/tags` and `/v2/subscriptions` (envoke-api 3.4). */

import { byName } from '../accounts/account.ts';
import type { Interest } from '../accounts/catalogue.ts';
import { newExternalId } from '../accounts/external-id.ts';
import type { Answer } from '../http/answer.ts';
import { json } from '../http/answer.ts';
import type { ApiCall, ApiHandler } from './api-call.ts';
import { checkBodyId, readBody, readId, refuseMissing } from './api-call.ts';
import { refuse, written } from './envelope.ts';
import { BLANK_INTEREST, readInterest } from './interest-fields.ts';
import {
  INTEREST_LIST,
  SUBSCRIPTION_LIST,
  TAG_LIST,
  viewInterest,
  viewSubscription,
  viewTag,
} from './interest-view.ts';
import { answerV2List } from './v2-list.ts';

/** Tags and subscriptions together; `type=tag|subscription` and `group=<folder>` narrow the list. */
export function listInterestsV2({ account, query, modes }: ApiCall): Answer {
  const { type, group } = query;
  if (type !== undefined && type !== 'tag' && type !== 'subscription') {
    refuse("Invalid 'type'; allowed values are: tag, subscription");
  }
  const wanted = type === 'tag' ? 'interest' : type;
  const narrowed = byName(account.interests.list()).filter(
    (interest) =>
      (wanted === undefined || interest.type === wanted) && (group === undefined || interest.group === group),
  );
  return answerV2List(
    narrowed.map((interest) => viewInterest(interest, modes)),
    query,
    INTEREST_LIST,
  );
}

interface Handlers {
  readonly list: ApiHandler;
  readonly get: ApiHandler;
  readonly create: ApiHandler;
  readonly update: ApiHandler;
  readonly remove: ApiHandler;
}

/** The five calls on `/v2/tags` or, for the other type, `/v2/subscriptions`. */
export function interestHandlers(type: Interest['type']): Handlers {
  const view = type === 'interest' ? viewTag : viewSubscription;
  const list = type === 'interest' ? TAG_LIST : SUBSCRIPTION_LIST;
  return {
    list({ account, query, modes }) {
      const items = byName(account.interests.list()).filter((interest) => interest.type === type);
      return answerV2List(
        items.map((interest) => view(interest, modes)),
        query,
        list,
      );
    },
    get: (call) => json(view(findInterest(call, type), call.modes)),
    create(call) {
      const edited = readInterest(readBody(call), { ...BLANK_INTEREST, name: '' }, type, call.account);
      const added = call.account.interests.add((id) => ({
        id,
        externalId: newExternalId(),
        type,
        ...edited,
      }));
      return written('Created', view(added, call.modes));
    },
    update(call) {
      const interest = findInterest(call, type);
      const body = readBody(call);
      checkBodyId(call, body);
      const edited = readInterest(body, interest, type, call.account);
      return written('Updated', view(call.account.interests.replace({ ...interest, ...edited }), call.modes));
    },
    remove(call) {
      call.account.interests.remove(findInterest(call, type).id);
      return written('Deleted', []);
    },
  };
}

/** The item of the path. Throws a refusal when there is none of this type. */
export function findInterest(call: ApiCall, type: Interest['type']): Interest {
  const id = readId(call.id);
  const interest = id === undefined ? undefined : call.account.interests.find(id);
  return interest?.type === type ? interest : refuseMissing(call, call.id);
}
