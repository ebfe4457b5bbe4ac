/**
 * One button that chooses the most common ground and saves: it has no period and no condition, so nothing more is
 * asked.
 */
import { readEmail } from '../../../../shared/email-address.ts';
import { BASIS_KEYS } from '../../../components/add/consent-fields.tsx';
import { Button } from '../../../components/button.tsx';
import { STATUS_KEYS } from '../../../components/consent-words.ts';
import { useTranslation } from '../../../components/translation.tsx';
import { groundsLeftOut, statusOfGround } from '../form/add-form.ts';
import type { AddForm } from '../form/form-fields.ts';
import { FOR_ONE, mayOfferAsked } from '../form/list-answer.ts';
import { useFormDefaults } from './use-consent-decision.ts';

const GROUND = 'asked';

interface QuickSaveProps {
  form: AddForm;
  onSave: (decided: AddForm) => void;
}

export function QuickSave({ form, onSave }: QuickSaveProps) {
  const { t } = useTranslation();
  const defaults = useFormDefaults();
  const isOffered = mayOfferAsked(form) && !groundsLeftOut(defaults.settings).includes(GROUND);
  if (!readEmail(form.fields.email).ok || !isOffered) return null;
  const status = statusOfGround(GROUND, defaults.settings);
  const decided = FOR_ONE.describe(
    { ...FOR_ONE.chooseGround(form, GROUND, defaults.settings), descriptionEdited: false },
    defaults,
  );
  return (
    <Button weight="outline" onClick={() => onSave(decided)}>
      {t('add.quick', { ground: t(BASIS_KEYS[GROUND]), status: t(STATUS_KEYS[status]) })}
    </Button>
  );
}
