/** What stands in the workbook and the printed reports. */
export const reporting = {};
