/** Line icons, drawn in the colour of the text beside them; never the only carrier of a meaning. */

const PATHS = {
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14m9 16-4-4',
  plus: 'M12 5v14M5 12h14',
  back: 'm14 6-6 6 6 6',
  down: 'm7 10 5 5 5-5',
  check: 'm5 12.5 4.5 4.5L19 7',
  cross: 'M6 6l12 12M18 6 6 18',
  question: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4m0 3.5v.01',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16m0 4v4.5l3 1.5',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  open: 'M13 5h6v6m0-6-9 9M17 14v5H5V7h5',
  lock: 'M6 11h12v9H6zm3 0V8a3 3 0 0 1 6 0v3',
  outbox: 'M4 13v6h16v-6m-8 2V4m-4 4 4-4 4 4',
  gear: 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6m0-5v2.5M12 17.5V20M4 12h2.5M17.5 12H20M6.3 6.3l1.8 1.8m7.8 7.8 1.8 1.8m0-11.4-1.8 1.8m-7.8 7.8-1.8 1.8',
  page: 'M7 4h7l4 4v12H7zM10 13h5M10 16h5',
  beside: 'M4 5h16v14H4zM14 5v14',
  warn: 'M12 5 3.5 19h17zm0 5.500v4m0 2v.01',
  people:
    'M9 6a3 3 0 1 0 0 6 3 3 0 0 0 0-6m-6 13c0-3.500 2.500-5 6-5s6 1.500 6 5M16 6.500a2.700 2.700 0 0 1 0 5.200M18 14.500c2 .7 3 2.200 3 4.500',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.8"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
