/** Takes what was captured from a page: a form or a review that opens, or, after a while, a draft that the list offers. */
import type { ListUnderReview } from '../../../lib/capture/registration-list.ts';
import { type Language, localDay } from '../../../lib/i18n/index.ts';
import { type Draft, keepDraft } from '../../../lib/memory/drafts-item.ts';
import type { WaitingCapture } from '../../../lib/page/page-source.ts';
import { waitingCaptureItem } from '../../../lib/page/waiting-capture-item.ts';
import type { Settings } from '../../../lib/settings/settings.ts';
import { flattenReview, newReview } from '../bulk/review.ts';
import type { View } from '../context/popup-context.ts';
import { flattenForm } from '../form/flat-form.ts';
import { type AddForm, isBlank, originOf } from '../form/form-fields.ts';
import { openingForm } from '../form/list-answer.ts';

/** Nothing old opens by itself. A capture for which somebody has to connect first waits as long as connecting may take. */
const OPENS_MAX_MS = 720_000;

interface Taker {
  accountId: string;
  settings: Settings;
  language: Language;
  open: (view: View) => void;
}

interface Captured {
  forms: readonly AddForm[];
  list?: ListUnderReview;
}

/** The popup of the window that the person works in goes first: the capture was made there. */
const OTHERS_WAIT_MS = 300;

/** Takes the capture out of the memory; false where another popup has taken it. */
async function claim(atMs: number): Promise<boolean> {
  if (globalThis.document?.hasFocus() === false)
    await new Promise((resolve) => setTimeout(resolve, OTHERS_WAIT_MS));
  let isOurs = false;
  await waitingCaptureItem.update((waiting) => {
    isOurs = waiting.status === 'ready' && waiting.atMs === atMs;
    return isOurs ? { status: 'none' } : waiting;
  });
  return isOurs;
}

/** Resolves with whether a form has opened that has no address. What another popup has taken opens nothing. */
export async function takeCapture(
  { source, atMs }: Pick<Extract<WaitingCapture, { status: 'ready' }>, 'source' | 'atMs'>,
  taker: Taker,
): Promise<boolean> {
  const { accountId, settings, language, open } = taker;
  const { obstacle } = source;
  const ageMs = Date.now() - atMs;
  const isOld = ageMs < 0 || ageMs > OPENS_MAX_MS;
  if (!(await claim(atMs))) return false;
  if (obstacle !== undefined) {
    if (!isOld) open({ name: 'page', obstacle });
    return false;
  }
  const { formsFromCapture } = await import('../form/captured-forms.ts');
  const review = await formsFromCapture(source, accountId, settings, language, atMs);
  const [first] = review.forms;
  if (isOld) {
    await offer(review, localDay(atMs), taker);
    return false;
  }
  if (review.forms.length > 1 && settings.bulk) open({ name: 'bulk', ...review });
  else if (first !== undefined) {
    open({ name: 'add', form: first });
    return !first.fields.email;
  }
  return false;
}

/** As unfinished, with the day of the capture; nothing where nobody was captured. */
async function offer({ forms, list }: Captured, today: string, taker: Taker): Promise<void> {
  const { accountId, settings, language } = taker;
  const [first] = forms;
  if (first === undefined || isBlank(first)) return;
  const id = crypto.randomUUID();
  const words = { settings, language, today };
  const draft: Draft =
    forms.length > 1 && settings.bulk
      ? flattenReview(id, newReview(forms, list, words), first)
      : { id, kind: 'form', form: flattenForm(openingForm(first, words), null), ...originOf([first]) };
  await keepDraft(accountId, draft);
}
