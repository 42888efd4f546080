/** 16 × 16 line drawings, one path each. */
export const toolIcons = {
  undo: 'M6 3 2.5 6.5 6 10M3 6.5h6.5a4 4 0 0 1 0 8H7',
  redo: 'm10 3 3.5 3.5L10 10m3-3.5H6.5a4 4 0 0 0 0 8H9',
  bold: 'M4.5 2.5h4.2a2.6 2.6 0 0 1 0 5.3H4.5zm0 5.3h5a2.9 2.9 0 0 1 0 5.7h-5z',
  underline: 'M4.5 2.5v5a3.5 3.5 0 0 0 7 0v-5M3.5 14h9',
  clear: 'M3 3h9M7.5 3 5.5 13M10 10l4 4m0-4-4 4',
  bullets: 'M6 3.5h8M6 8h8M6 12.5h8M2.5 3.5h.01M2.5 8h.01M2.5 12.5h.01',
  numbers: 'M7 3.5h7M7 8h7M7 12.5h7M2 2.5l1.2-.7v4M2 9.8c.3-.8 2-.7 1.9.4C3.8 11.200 2 12 2 13h2.100',
  quote: 'M3 5h3.5v3.5C6.500 10.500 5 11.500 3.500 11.500M9.500 5H13v3.500c0 2-1.500 3-3 3',
  left: 'M2 3.5h12M2 8h7M2 12.5h12',
  center: 'M2 3.5h12M4.5 8h7M2 12.5h12',
  right: 'M2 3.5h12M7 8h7M2 12.5h12',
  link: 'M6.500 9.500 9.500 6.500M7.500 4.500 9 3a2.800 2.800 0 0 1 4 4l-1.500 1.500M8.500 11.500 7 13a2.800 2.800 0 0 1-4-4l1.500-1.500',
  image: 'M2 3h12v10H2zM2 11l3.500-3.500L8.500 10.500l2-2L14 12M10.500 6h.010',
  table: 'M2 3h12v10H2zM2 6.500h12M2 9.800h12M6.500 3v10',
  rule: 'M2 8h12M5 4h6M5 12h6',
} as const;
export type ToolIcon = keyof typeof toolIcons;
