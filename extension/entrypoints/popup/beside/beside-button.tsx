/** In views of many people, where it was asked for: moves the popup beside the page, where it stays open. */
import { IconButton } from '../../../components/button.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { isBeside } from '../../../lib/page/beside.ts';
import { openBeside } from '../../../lib/page/open-beside.ts';
import { usePopup } from '../context/popup-context.ts';

export function BesideButton() {
  const { t } = useTranslation();
  const { settings, announce } = usePopup();
  if (!settings.sidePanel || isBeside()) return null;
  const move = () => {
    openBeside().then(
      () => window.close(),
      () => announce({ tone: 'bad', text: t('beside.failed') }),
    );
  };
  return <IconButton icon="beside" label={t('beside.open')} onClick={move} />;
}
