export { PublicWords, WordingModule, type PublicLine, type WordsCheck } from './public-words';
