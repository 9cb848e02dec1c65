import type { ReactNode } from 'react'
import classes from './data-table.module.css'

interface Column<Row> {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** Figures stand to the right, in even digits. */
  figures?: boolean
  /** The cell that names the row: its heading for screen readers, and the title of its card on a phone. */
  names?: boolean
}

interface DataTableProps<Row> {
  /** Says what the table holds; read out, and not shown unless `showCaption`. */
  caption: string
  showCaption?: boolean
  /** Names with one figure each: close together on a wide screen, and a table on a phone too. */
  isShort?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
}

/** A table that becomes a list of cards on a phone. The roles are written out, since `display` would take them away. */
export function DataTable<Row>({
  caption,
  showCaption = false,
  isShort = false,
  columns,
  rows,
  rowKey,
}: DataTableProps<Row>) {
  return (
    // biome-ignore-start lint/a11y: the roles keep the table a table where a phone shows it as cards
    <table role="table" className={`${classes.table} ${isShort ? classes.short : classes.cards}`}>
      <caption className={showCaption ? classes.caption : classes.unseen}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ id, header, figures }) => (
            <th key={id} role="columnheader" scope="col" data-figures={figures || undefined}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map(({ id, header, cell, figures, names }) =>
              names ? (
                <th key={id} role="rowheader" scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={id} role="cell" data-figures={figures || undefined}>
                  <span className={classes.label} aria-hidden>
                    {header}
                  </span>
                  <span>{cell(row)}</span>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y: see above
  )
}
