import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chime, keepSound, prepareChime, vibrate, wantsSound } from './chime.ts'
import type { Act } from './controls.tsx'
import type { RoundEngine } from './round-engine.ts'
import { usePhaseEnd } from './use-round.ts'

/**
 * A soft sound and a vibration when a phase's time is up. Six phones that sound in one room would be five too many:
 * without a word to the contrary only the one that leads does.
 */
export function useSound(engine: RoundEngine, unlessSaid: boolean): { isOn: boolean; act: Act } {
  const { t } = useTranslation('supervision')
  const [said, setSaid] = useState<boolean>()
  const isOn = said ?? wantsSound(unlessSaid)
  useEffect(() => {
    addEventListener('pointerdown', prepareChime)
    addEventListener('keydown', prepareChime)
    return () => {
      removeEventListener('pointerdown', prepareChime)
      removeEventListener('keydown', prepareChime)
    }
  }, [])
  usePhaseEnd(engine, () => {
    if (isOn) chime()
    vibrate()
  })
  const toggle = () => {
    keepSound(!isOn)
    setSaid(!isOn)
    if (!isOn) chime()
  }
  return { isOn, act: { label: t(isOn ? 'sound.isOn' : 'sound.isOff'), run: toggle } }
}
