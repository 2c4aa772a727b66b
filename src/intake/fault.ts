/** Why a file or its options cannot be used at all. Scripts branch on the codes, so they are for ever. */
export const FILE_FAULT = {
  BINARY: 'BINARY',
  CHANNEL_UNUSABLE: 'CHANNEL_UNUSABLE',
  COLUMN_TWICE: 'COLUMN_TWICE',
  COLUMN_UNKNOWN: 'COLUMN_UNKNOWN',
  CURRENCY_UNKNOWN: 'CURRENCY_UNKNOWN',
  FIELD_TWICE: 'FIELD_TWICE',
  FIELD_UNKNOWN: 'FIELD_UNKNOWN',
  FIELD_UNMAPPED: 'FIELD_UNMAPPED',
  FILE_EMPTY: 'FILE_EMPTY',
  FILE_MISSING: 'FILE_MISSING',
  FILE_UNREADABLE: 'FILE_UNREADABLE',
  HEADER_UNREADABLE: 'HEADER_UNREADABLE',
  MAP_UNREADABLE: 'MAP_UNREADABLE',
  NOT_A_FILE: 'NOT_A_FILE',
  NOT_A_TABLE: 'NOT_A_TABLE',
  NOT_UTF8: 'NOT_UTF8',
} as const;
export type FileFaultCode = keyof typeof FILE_FAULT;

/** Why one row stays out while the others go in. */
export const ROW_FAULT = {
  BAD_QUOTE: 'BAD_QUOTE',
  BROKEN_CHARACTER: 'BROKEN_CHARACTER',
  CONTINUATION: 'CONTINUATION',
  CONTROL_CHARACTER: 'CONTROL_CHARACTER',
  CURRENCY_MISMATCH: 'CURRENCY_MISMATCH',
  CURRENCY_MISSING: 'CURRENCY_MISSING',
  CURRENCY_UNKNOWN: 'CURRENCY_UNKNOWN',
  HEADER_AGAIN: 'HEADER_AGAIN',
  INVALID: 'INVALID',
  KEY_TWICE: 'KEY_TWICE',
  NOT_JSON: 'NOT_JSON',
  NOT_TEXT: 'NOT_TEXT',
  NOT_YES_OR_NO: 'NOT_YES_OR_NO',
  NUL_CHARACTER: 'NUL_CHARACTER',
  PH_UNREADABLE: 'PH_UNREADABLE',
  PRICE_AMBIGUOUS: 'PRICE_AMBIGUOUS',
  PRICE_NEGATIVE: 'PRICE_NEGATIVE',
  PRICE_TOO_FINE: 'PRICE_TOO_FINE',
  PRICE_TOO_LARGE: 'PRICE_TOO_LARGE',
  PRICE_TWICE: 'PRICE_TWICE',
  PRICE_UNREADABLE: 'PRICE_UNREADABLE',
  REQUIRED: 'REQUIRED',
  REVERSED_TEXT: 'REVERSED_TEXT',
  ROW_TOO_LONG: 'ROW_TOO_LONG',
  SKU_TWICE: 'SKU_TWICE',
  SPF_UNREADABLE: 'SPF_UNREADABLE',
  SPREADSHEET_ERROR: 'SPREADSHEET_ERROR',
  TOO_FEW_CELLS: 'TOO_FEW_CELLS',
  TOO_LONG: 'TOO_LONG',
  TOO_MANY_CELLS: 'TOO_MANY_CELLS',
} as const;
export type RowFaultCode = keyof typeof ROW_FAULT;

export interface FileFault {
  readonly code: FileFaultCode;
  /** what is wrong and what to do */
  readonly message: string;
}

/** The file or the options cannot be used; nothing was written. */
export class ImportRefused extends Error {
  /** @param faults every fault that was found, so that a command line is mended in one go */
  constructor(readonly faults: readonly FileFault[]) {
    super(faults.map(({ message }) => message).join('\n'));
    this.name = 'ImportRefused';
  }
}

/** What is wrong with one row, and what to do; the reader of the row adds where it stands. */
export class RowFault {
  /** @param cell the text that is meant, when it is not the whole cell */
  constructor(
    readonly code: RowFaultCode,
    readonly message: string,
    readonly cell?: string,
  ) {}
}
