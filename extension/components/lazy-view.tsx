/** Views that the popup does not need to start: fetched when first opened, and drawn once their text is loaded too. */
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Skeleton } from './skeleton.tsx';
import { useTranslation } from './translation.tsx';

/** Draws the component that `load` resolves to; until then grey rows, or the given placeholder. */
export function lazyView<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
  Meanwhile: FunctionComponent = Skeleton,
): FunctionComponent<Props> {
  // Fetched once, so that going back to a view shows it at once and restores its focus.
  let fetched: FunctionComponent<Props> | null = null;
  return function LazyView(props: Props) {
    const [Loaded, setLoaded] = useState(() => fetched);
    const { complete } = useTranslation();
    useEffect(() => {
      if (fetched !== null) return;
      void load().then((component) => {
        fetched = component;
        setLoaded(() => component);
      });
    }, []);
    return Loaded === null || !complete ? <Meanwhile /> : <Loaded {...props} />;
  };
}
