import type postgres from 'postgres'
import { type CompiledCourse, publishing } from '../../../features/catalogue/server/public.ts'
import type { Chance } from '../chance.ts'
import { readCourse } from '../course.ts'
import type { SeedCourse } from '../history.ts'

const coursesWanted = 20
/** The course whose matrix is the widest. */
const longestLessons = 40
const questionsOfGenerated = 6

/** The authored courses, and as many generated ones as make twenty: their titles say that they are generated. */
export async function publishNationalCourses(
  sql: postgres.Sql,
  publishedAt: Date,
  chance: Chance,
): Promise<SeedCourse[]> {
  const { compileContent, publishCompiled } = await publishing()
  const authored = compileContent()
  const [model] = authored
  if (!model) throw new Error('no course is authored')
  const generated = Array.from({ length: coursesWanted - authored.length }, (_, index) =>
    generateCourse(model, index + 1, index === 0 ? longestLessons : chance.between(4, 8)),
  )
  const courses = [...authored, ...generated]
  for (const course of courses) await publishCompiled(sql, course, publishedAt)
  return Promise.all(courses.map(({ id }) => readCourse(sql, id)))
}

/** The model's lessons over again under a name of their own, with its quiz. */
function generateCourse(
  model: CompiledCourse,
  number: number,
  lessonCount: number,
): CompiledCourse {
  const nth = String(number).padStart(2, '0')
  const lessons = Array.from({ length: lessonCount }, (_, index) => {
    const source = model.lessons[index % model.lessons.length]
    if (!source) throw new Error(`${model.id} has no lessons`)
    return { ...source, key: `part-${index + 1}` }
  })
  const keys = lessons.map(({ key }) => key)
  const renamed = new Map(model.lessons.map(({ key }, index) => [key, keys[index % keys.length]]))
  return {
    ...model,
    id: `generated-${nth}`,
    version: 1,
    title: {
      en: `Generated course ${nth}, for measuring`,
      pl: `Kurs wygenerowany ${nth}, do pomiarów`,
      hu: `${number}. generált tanfolyam, mérésekhez`,
    },
    subtitle: {
      en: 'Made by a program; its lessons repeat those of another course',
      pl: 'Utworzony przez program; lekcje powtarzają inny kurs',
      hu: 'Program készítette; leckéi egy másik tanfolyam leckéit ismétlik',
    },
    facts: { ...model.facts, quiz: { ...model.facts.quiz, questionsDrawn: questionsOfGenerated } },
    lessons,
    questions: model.questions.map((question) => ({
      ...question,
      lessonKey: renamed.get(question.lessonKey) ?? 'part-1',
    })),
    contentHash: `generated-${nth}`,
  }
}
