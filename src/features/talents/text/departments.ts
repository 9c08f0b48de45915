/** The departments of the region by their number (INSEE, 2025). Proper names: the same in every language. */
export const departmentNames: Readonly<Record<string, string>> = {
  '01': 'Ain',
  '03': 'Allier',
  '07': 'Ardèche',
  '15': 'Cantal',
  '26': 'Drôme',
  '38': 'Isère',
  '42': 'Loire',
  '43': 'Haute-Loire',
  '63': 'Puy-de-Dôme',
  '69': 'Rhône',
  '73': 'Savoie',
  '74': 'Haute-Savoie',
}
export const departmentName = (number: string) =>
  departmentNames[number] ? `${departmentNames[number]} (${number})` : number
