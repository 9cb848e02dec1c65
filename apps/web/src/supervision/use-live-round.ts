import { useEffect, useMemo, useState } from 'react'
import { useRevalidator } from 'react-router'
import { useReturn } from '../reach.ts'
import { forgetRound, type KeptRound, logOf } from './kept-rounds.ts'
import { RoundEngine } from './round-engine.ts'
import { lineOf } from './round-line.ts'
import { shortNames } from './short-names.ts'
import { useRound } from './use-round.ts'

/** An engine speaks for one person: when another signs in beside her, the page begins anew with it. */
export const liveKey = ({ about }: KeptRound): string => `${about.roundId} ${about.viewerId}`

/** The round's engine on this page, with its line to the others, and how its people are called. */
export function useLiveRound(kept: KeptRound) {
  const { about, events, unsent } = kept
  const { roundId, setup, viewerId, isConvenor, ahead, names } = about
  const [engine] = useState(
    () =>
      new RoundEngine({
        setup,
        personId: viewerId,
        isConvenor,
        events,
        unsent,
        ahead,
        line: lineOf(roundId, viewerId),
        log: logOf(roundId),
      }),
  )
  useEffect(() => engine.open(), [engine])
  useReturn(() => void engine.goOn())
  useEffect(() => {
    const comeBack = () => document.visibilityState === 'visible' && void engine.goOn()
    document.addEventListener('visibilitychange', comeBack)
    return () => document.removeEventListener('visibilitychange', comeBack)
  }, [engine])

  const { state, unsent: waiting } = useRound(engine)
  const isOver = state.status === 'ended' && waiting === 0
  // The page asks anew when the server is back, and may have kept what it was told before the end was handed in.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever something was kept
  useEffect(() => {
    if (isOver) void forgetRound(roundId).catch(() => {})
  }, [isOver, roundId, kept])
  // The network's convenor can be another one by now, of whom this page was not told when it opened.
  const { revalidate } = useRevalidator()
  const unnamed = names.has(state.leadId) ? undefined : state.leadId
  useEffect(() => {
    if (unnamed) void revalidate()
  }, [unnamed, revalidate])
  return { engine, names: useMemo(() => shortNames(names), [names]) }
}
