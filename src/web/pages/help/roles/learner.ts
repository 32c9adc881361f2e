import { msg } from '@lingui/core/macro'
import { paths } from '../../../paths.ts'
import type { RoleHelp } from './role-help.ts'

const catalogue = { to: paths.catalogue(), name: msg`Catalogue` }
const myTraining = { to: paths.home(), name: msg`My training` }

export const learnerHelp: RoleHelp = {
  title: msg`Help for everybody who learns`,
  lede: msg`Your courses, from the first lesson to the passed quiz.`,
  days: [
    msg`Open “My training”. The first box leads to the place where you stopped.`,
    msg`Look at “Due next”: what has a date stands there, the nearest first.`,
    msg`Read a lesson or two. You can stop at any time; what you do is saved by itself.`,
    msg`When all lessons are read, take the closing quiz. It completes the course.`,
  ],
  tasks: [
    {
      title: msg`Find a course and begin it`,
      page: catalogue,
      steps: [
        msg`Type a word under “Search courses”. Accents and small slips do not matter.`,
        msg`Narrow the list by “Topic”, “Length”, “For whom” or “Language of the course”.`,
        msg`Open a course. Its page says what you will be able to do, how long it takes and for whom it is.`,
        msg`Press “Enrol and begin”. The first lesson opens.`,
      ],
    },
    {
      title: msg`Read a lesson`,
      page: myTraining,
      steps: [
        msg`Make the text fit you: “Larger text” and “Smaller text” stand above the lesson; on a wide screen “Focus mode” leaves nothing but the text.`,
        msg`Read to the end, then press “Next lesson”, after the last one “Finish lesson”. This is how a lesson is completed.`,
        msg`All lessons stand beside the text, on a phone under “Contents”. You may read them in any order.`,
      ],
    },
    {
      title: msg`Highlight and write notes`,
      page: myTraining,
      steps: [
        msg`Select words in a lesson and press “Highlight” or “Note on this”.`,
        msg`Without a mouse: press “Notes”, choose a paragraph under “About which part”, write, and press “Save the note”.`,
        msg`“As text” saves all notes of the course as a file. Nobody but you can see them.`,
      ],
    },
    {
      title: msg`Take the closing quiz`,
      page: myTraining,
      steps: [
        msg`After the last lesson press “Closing quiz”, then “Start the quiz”. There is no time limit.`,
        msg`Answer, and press “Next question”. Each answer is saved as you give it; you may go on later, on any device.`,
        msg`At the end press “Check your answers”. You see what has no answer yet and can change everything.`,
        msg`Press “Hand in the quiz”. For each answer you read why it is right or wrong, and which lesson to read again.`,
        msg`Not passed this time? Read those lessons, then press “Try again”. The page says when that is possible.`,
      ],
    },
    {
      title: msg`Leave a course`,
      page: myTraining,
      steps: [
        msg`Open the page of the course by its name and press “Leave the course”. Your notes stay.`,
        msg`A course that your office requires cannot be left. If you need not take it, ask your training officer.`,
      ],
    },
  ],
  troubles: [
    {
      what: msg`A newer version of my course is out`,
      whatToDo: msg`The lesson asks you. “Change to the newer version” keeps lessons whose text is the same as completed; “Stay on mine” changes nothing.`,
    },
    {
      what: msg`I have no attempts left at a quiz`,
      whatToDo: msg`Ask your trainer or training officer. Your results are kept.`,
    },
  ],
  sees: msg`Of other people you see nothing but the names of those who can see something of yours.`,
}
