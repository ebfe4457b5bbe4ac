/** Names of default tags that Envoke does not have: they are added to nobody. */
import { useTranslation } from '../translation.tsx';

export function UnknownTags({ names }: { names: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {names.length === 0 ? null : (
        <p class="small field-note-warn break">
          {t('interests.unknown', { count: names.length, names: names.join(', ') })}
        </p>
      )}
    </div>
  );
}
