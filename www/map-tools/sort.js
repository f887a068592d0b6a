/**
 * The tables sorted by their columns. Rows are moved where they stand: who drew them
 * knows each by itself, and whatever is drawn anew is sorted anew.
 */

/** The way to sort the tables of `map`; to be called with a button in the head of a column. */
export const sort = (map) => {
  /** By which column, and which way, each table is sorted, by its place. */
  const sorted = [];
  const tables = () => [...map.querySelectorAll('.map-tables table')];

  const compare = () => {
    const tag = map.closest('[lang]').lang;
    // An order that the browser does not know is that of its own language.
    const [locale] = Intl.Collator.supportedLocalesOf(tag);
    return new Intl.Collator(locale, { numeric: true }).compare;
  };

  const apply = () => {
    tables().forEach((table, at) => {
      if (!sorted[at]) return;
      const { column, way } = sorted[at];
      const inOrder = compare();
      const key = (row) => row.cells[column].dataset.key ?? row.cells[column].textContent;
      const body = table.tBodies[0];
      const rows = [...body.rows];
      const wanted = [...rows].sort((a, b) => way * inOrder(key(a), key(b)));
      if (wanted.some((row, index) => row != rows[index])) {
        // The focus would be lost with the row that it is in.
        const focused = map.getRootNode().activeElement;
        body.append(...wanted);
        if (body.contains(focused)) focused.focus();
      }
      [...table.tHead.rows[0].cells].forEach((head, index) => {
        if (index != column) head.removeAttribute('aria-sort');
        else head.setAttribute('aria-sort', way > 0 ? 'ascending' : 'descending');
      });
    });
  };
  new MutationObserver(apply).observe(map, { subtree: true, childList: true, characterData: true });

  return (button) => {
    const head = button.closest('th');
    const at = tables().indexOf(head.closest('table'));
    const column = head.cellIndex;
    const isUp = sorted[at]?.column == column && sorted[at].way > 0;
    sorted[at] = { column, way: isUp ? -1 : 1 };
    apply();
  };
};
