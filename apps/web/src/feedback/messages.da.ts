export const messages = {
  title: 'Feedback',
  lead: 'Det, du har spurgt om, og det, du selv bliver spurgt om.',
}
