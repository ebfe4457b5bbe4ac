/** Views that the popup does not need to start: fetched when first opened, drawn when their text is there too. */
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Skeleton } from './skeleton.tsx';
import { useTranslation } from './translation.tsx';

/** Draws the component that `load` brings; grey rows until then, or what is given for the time being. */
export function lazyView<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
  Meanwhile: FunctionComponent = Skeleton,
): FunctionComponent<Props> {
  // Fetched once: a view that is come back to is there at once, and so is what had its focus.
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
