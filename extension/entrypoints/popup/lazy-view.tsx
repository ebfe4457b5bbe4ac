/** Views that the popup does not need to start: fetched when first opened, drawn when their text is there too. */
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Skeleton } from '../../components/skeleton.tsx';
import { useTranslation } from '../../components/translation.tsx';

/** Draws the component that `load` brings; grey rows until then. */
export function lazyView<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  return function LazyView(props: Props) {
    const [Loaded, setLoaded] = useState<FunctionComponent<Props> | null>(null);
    const { complete } = useTranslation();
    useEffect(() => {
      void load().then((component) => setLoaded(() => component));
    }, []);
    return Loaded === null || !complete ? <Skeleton /> : <Loaded {...props} />;
  };
}
