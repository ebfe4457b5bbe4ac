/** Downloads what the broker's audit holds about this account, as a file to show to others. */
import { lacksNames } from '../../../../shared/unknown-name.ts';
import { Button } from '../../../components/button.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { saveCsv, saveTextFile } from '../../../lib/download/save-text-file.ts';
import { usePopup } from '../context/popup-context.ts';
import { failureKey } from '../context/shown-error.ts';

export function ActivitySection() {
  const { t, language } = useTranslation();
  const { client, announce } = usePopup();
  const save = async (form: 'csv' | 'json') => {
    try {
      const text = await client.activityFile(form, language);
      if (form === 'csv') saveCsv('envoke-activity.csv', text);
      else saveTextFile('envoke-activity.json', 'application/json', text);
      announce(
        lacksNames(text)
          ? { tone: 'warn', text: t('activity.savedWithoutNames') }
          : { tone: 'good', text: t('activity.saved') },
      );
    } catch (failure) {
      announce({ tone: 'bad', text: t(failureKey(failure)) });
    }
  };
  return (
    <section class="stack-tight">
      <h2>{t('activity.title')}</h2>
      <p class="small soft">{t('activity.hint')}</p>
      <div class="row">
        <Button weight="outline" onClick={() => void save('csv')}>
          {t('activity.save')}
        </Button>
        <Button weight="outline" onClick={() => void save('json')}>
          {t('activity.saveJson')}
        </Button>
      </div>
    </section>
  );
}
