import {
  IconAdjustments,
  IconBuildingCommunity,
  IconClipboardList,
  IconEye,
  IconNotebook,
  IconSun,
  IconTools,
  IconUsers,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Place } from './ui/my-menu.tsx'

interface Rights {
  isConsultant: boolean
  isAdmin: boolean
}

/** What opens without a server, from what is sealed on this device. */
export const worksAlone = ({ to }: Place): boolean => to === '/journal'

/** Where one can go: for everybody, for those who have the right, and one's own. A place gets its line when it exists. */
export function usePlaces({ isConsultant, isAdmin }: Rights): Record<'places' | 'more' | 'personal', Place[]> {
  const { t } = useTranslation()
  return {
    places: [
      { to: '/', label: t('place.today'), icon: IconSun, end: true },
      { to: '/networks', label: t('place.networks'), icon: IconUsers },
      { to: '/journal', label: t('place.journal'), icon: IconNotebook },
      { to: '/toolbox', label: t('place.toolbox'), icon: IconTools },
    ],
    more: [
      ...(isConsultant ? [{ to: '/consultant', label: t('place.consultant'), icon: IconClipboardList }] : []),
      ...(isAdmin ? [{ to: '/admin', label: t('place.administration'), icon: IconBuildingCommunity }] : []),
    ],
    personal: [
      { to: '/settings', label: t('place.settings'), icon: IconAdjustments },
      { to: '/participation/columns', label: t('place.participation'), icon: IconEye },
    ],
  }
}
