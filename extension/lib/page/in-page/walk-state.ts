/** The state of a walk over a page: the changes that an element makes end with the element. */

export interface WalkState {
  /** All of it is read, and not only what was selected. */
  readonly isWhole: boolean;
  readonly isSelected: boolean;
  /** In a closed accordion or tab. */
  readonly isClosed: boolean;
  /** Whether text shows here, and the `visibility` with which it does. */
  readonly isSeen: boolean;
  readonly visibility: string;
  readonly opacity: number;
  /** What cuts off its content, and whether that holds for what is placed absolutely in it. */
  readonly clip: { readonly box: DOMRect; readonly isContaining: boolean } | null;
  /** Placed absolutely, within what cuts off its content. */
  readonly isMoved: boolean;
  readonly scrollLeft: number;
  readonly scrollTop: number;
  /** What the markup may go on with: a table with rows only, a row with cells only. */
  readonly inside: '' | 'table' | 'row';
  readonly isInLink: boolean;
}

/** Where the walk is. Most elements change nothing: a state is copied only where something changes, and put back whole. */
export class Place {
  now: WalkState;

  constructor(isWhole: boolean) {
    this.now = {
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
      inside: '',
      isInLink: false,
    };
  }

  change(part: Partial<WalkState>): void {
    this.now = { ...this.now, ...part };
  }
}
