/** Every page's address, in one place. Ids are passed as they come from the API. */
export const paths = {
  home: () => '/',
  signIn: (next?: string) => withQuery('/sign-in', { next }),
  catalogue: () => '/catalogue',
  course: (courseId: string) => `/courses/${courseId}`,
  learn: (enrolmentId: string, lessonId?: string) =>
    lessonId ? `/learn/${enrolmentId}/${lessonId}` : `/learn/${enrolmentId}`,
  quiz: (enrolmentId: string) => `/learn/${enrolmentId}/quiz`,
  groups: () => '/groups',
  group: (groupId: string) => `/groups/${groupId}`,
  dashboard: (unitId?: string) => withQuery('/dashboard', { unit: unitId }),
  assignments: () => '/assignments',
  people: () => '/people',
  newPerson: () => '/people/new',
  person: (personId: string) => `/people/${personId}`,
  peopleImport: (importId?: string) => (importId ? `/people/import/${importId}` : '/people/import'),
  offices: () => '/offices',
  office: (unitId: string) => `/offices/${unitId}`,
  mails: () => '/mails',
  me: () => '/me',
  mySecurity: () => '/me/security',
  myAppearance: () => '/me/appearance',
  whoSeesWhat: () => '/me/who-sees-what',
  help: () => '/help',
  helpFor: (role: string) => `/help/${role}`,
  accessibility: () => '/accessibility',
  design: () => '/design',
  evaluation: () => '/evaluation',
  exams: () => '/exams',
}

function withQuery(path: string, values: Record<string, string | undefined>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value)
  return query.size > 0 ? `${path}?${query}` : path
}
