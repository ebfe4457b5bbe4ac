/** The state of a walk over a page: the changes that an element makes end with the element. */

export interface WalkState {
  /** All of it is read, and not only what was selected. */
  isWhole: boolean;
  isSelected: boolean;
  /** In a closed accordion or tab. */
  isClosed: boolean;
  /** Whether text shows here, and the `visibility` with which it does. */
  isSeen: boolean;
  visibility: string;
  opacity: number;
  /** What cuts off its content, and whether that holds for what is placed absolutely in it. */
  clip: { box: DOMRect; isContaining: boolean } | null;
  /** Placed absolutely, within what cuts off its content. */
  isMoved: boolean;
  scrollLeft: number;
  scrollTop: number;
  /** Text turned round by CSS waits here until its element ends; null elsewhere. */
  turned: string | null;
  /** What the markup may go on with: a table with rows only, a row with cells only. */
  inside: '' | 'table' | 'row';
  isInLink: boolean;
}

export const firstState = (isWhole: boolean): WalkState => ({
  isWhole,
  isSelected: false,
  isClosed: false,
  isSeen: true,
  visibility: 'visible',
  opacity: 1,
  clip: null,
  isMoved: false,
  scrollLeft: scrollX,
  scrollTop: scrollY,
  turned: null,
  inside: '',
  isInLink: false,
});
