const stored = 'lederkreds.round.sound'

/** Whether this device sounds when a phase's time is up, if somebody has said so here. */
export function wantsSound(unlessSaid: boolean): boolean {
  const said = localStorage.getItem(stored)
  return said === null ? unlessSaid : said === 'on'
}

export const keepSound = (isOn: boolean): void => localStorage.setItem(stored, isOn ? 'on' : 'off')

let audio: AudioContext | undefined

/** Browsers let a page sound only after it was touched: to be called from a press. */
export function prepareChime(): void {
  audio ??= new AudioContext()
  if (audio.state === 'suspended') void audio.resume()
}

/** Two soft notes, a third apart, that fade away; nothing where the page was never touched. */
export function chime(): void {
  if (audio?.state !== 'running') return
  for (const [place, hertz] of [523.25, 659.25].entries()) {
    const [tone, volume] = [audio.createOscillator(), audio.createGain()]
    const at = audio.currentTime + place * 0.7
    tone.frequency.value = hertz
    volume.gain.setValueAtTime(0.0001, at)
    volume.gain.exponentialRampToValueAtTime(0.2, at + 0.08)
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 2)
    tone.connect(volume).connect(audio.destination)
    tone.start(at)
    tone.stop(at + 2)
  }
}

/** Twice, where the device can. */
export const vibrate = (): void => void navigator.vibrate?.([250, 150, 250])
