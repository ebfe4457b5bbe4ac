/**
 * Tells the style sheets how high a bar is that stays while the rest scrolls, so that what takes the focus is not left
 * under it. Only measuring tells: a long name, or a button on a line of its own, makes a bar higher.
 */
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

export function useBarHeight(bar: RefObject<HTMLElement | null>, property: '--bar' | '--foot'): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const { current } = bar;
    if (current === null) return;
    const watching = new ResizeObserver(() => style.setProperty(property, `${current.offsetHeight}px`));
    watching.observe(current);
    return () => {
      watching.disconnect();
      style.removeProperty(property);
    };
  }, []);
}
