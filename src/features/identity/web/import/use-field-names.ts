import { fieldWords } from '../../model/import-words.ts'
import { useWordsLanguage } from '../use-words-language.ts'

/** The words of fields are shared with the file that the server writes. */
export const useFieldNames = () => fieldWords[useWordsLanguage()]
