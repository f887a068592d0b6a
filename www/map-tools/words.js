/** What the tools of the map say. */
const WORDS = {
  fr: {
    svg: 'Image à agrandir (SVG)',
    png: 'Image (PNG)',
    json: 'Données (JSON)',
    csv: 'Relations pour un tableur (CSV)',
    graphml: 'Graphe (GraphML)',
    link: 'Copier le lien vers cette vue',
    copied: 'Le lien est copié.',
    copy: 'Lien vers cette vue',
    failed: 'Le fichier n’a pas pu être préparé.',
  },
  en: {
    svg: 'Scalable picture (SVG)',
    png: 'Picture (PNG)',
    json: 'Data (JSON)',
    csv: 'Relations for a spreadsheet (CSV)',
    graphml: 'Graph (GraphML)',
    link: 'Copy the link to this view',
    copied: 'The link is copied.',
    copy: 'Link to this view',
    failed: 'The file could not be made.',
  },
  ar: {
    svg: 'صورة قابلة للتكبير (SVG)',
    png: 'صورة (PNG)',
    json: 'البيانات (JSON)',
    csv: 'العلاقات لجدول بيانات (CSV)',
    graphml: 'رسم بياني (GraphML)',
    link: 'نسخ الرابط إلى هذا العرض',
    copied: 'نُسخ الرابط.',
    copy: 'الرابط إلى هذا العرض',
    failed: 'تعذّر إعداد الملف.',
  },
  ha: {
    svg: 'Hoto mai girma (SVG)',
    png: 'Hoto (PNG)',
    json: 'Bayanai (JSON)',
    csv: 'Alaƙoƙi don maƙunsar bayanai (CSV)',
    graphml: 'Zanen alaƙa (GraphML)',
    link: 'Kwafi hanyar zuwa wannan gani',
    copied: 'An kwafi hanyar.',
    copy: 'Hanyar zuwa wannan gani',
    failed: 'Ba a iya shirya fayil ɗin ba.',
  },
};

/** In the language of the interface around `element`. */
export const wordsOf = (element) =>
  WORDS[element.closest('[lang]').lang.split('-')[0]] ?? WORDS.fr;
