/** The one row that a statement answers with. */
export function there<Row>([row]: readonly Row[]): Row {
  if (!row) throw new Error('a record that was just written is not there');
  return row;
}
