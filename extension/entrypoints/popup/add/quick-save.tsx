/**
 * One button that chooses the most common ground and saves: it has no period and no condition, so nothing more is
 * asked.
 */
import { readEmail } from '../../../../shared/email-address.ts';
import { seenText } from '../../../../shared/email-key.ts';
import { BASIS_KEYS } from '../../../components/add/consent-fields.tsx';
import { Button } from '../../../components/button.tsx';
import { STATUS_KEYS } from '../../../components/consent-words.ts';
import { useTranslation } from '../../../components/translation.tsx';
import { groundProblem, groundsLeftOut, statusOfGround } from '../form/add-form.ts';
import type { AddForm } from '../form/form-fields.ts';
import { FOR_ONE, mayOfferAsked } from '../form/list-answer.ts';
import { useFormDefaults } from './use-consent-decision.ts';

const GROUND = 'asked';

interface QuickSaveProps {
  form: AddForm;
  /** It is being saved at this moment. */
  busy: boolean;
  onSave: (decided: AddForm) => void;
}

export function QuickSave({ form, busy, onSave }: QuickSaveProps) {
  const { t } = useTranslation();
  const defaults = useFormDefaults();
  if (!readEmail(form.fields.email).ok || groundsLeftOut(defaults.settings).includes(GROUND)) return null;
  const status = statusOfGround(GROUND, defaults.settings);
  const chosen = FOR_ONE.chooseGround(form, GROUND, defaults);
  // Words that the person wrote are the proof, in one press too.
  const isWritten = form.descriptionEdited && seenText(form.description) !== '';
  const decided = FOR_ONE.describe({ ...chosen, descriptionEdited: isWritten }, defaults);
  if (!mayOfferAsked(form) || groundProblem(decided, defaults.today) !== null) return null;
  return (
    <Button weight="outline" onClick={() => onSave(decided)}>
      {busy
        ? t('add.saving')
        : t('add.quick', { ground: t(BASIS_KEYS[GROUND]), status: t(STATUS_KEYS[status]) })}
    </Button>
  );
}
