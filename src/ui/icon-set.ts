// One import for each icon: the package's own entry would load two thousand files.
import accessibility from 'lucide/dist/esm/icons/accessibility.mjs'
import archive from 'lucide/dist/esm/icons/archive.mjs'
import arrowDown from 'lucide/dist/esm/icons/arrow-down.mjs'
import arrowLeft from 'lucide/dist/esm/icons/arrow-left.mjs'
import arrowRight from 'lucide/dist/esm/icons/arrow-right.mjs'
import arrowUp from 'lucide/dist/esm/icons/arrow-up.mjs'
import arrowUpDown from 'lucide/dist/esm/icons/arrow-up-down.mjs'
import award from 'lucide/dist/esm/icons/award.mjs'
import badgeCheck from 'lucide/dist/esm/icons/badge-check.mjs'
import banknote from 'lucide/dist/esm/icons/banknote.mjs'
import bell from 'lucide/dist/esm/icons/bell.mjs'
import bookOpen from 'lucide/dist/esm/icons/book-open.mjs'
import bookmark from 'lucide/dist/esm/icons/bookmark.mjs'
import box from 'lucide/dist/esm/icons/box.mjs'
import briefcase from 'lucide/dist/esm/icons/briefcase.mjs'
import building from 'lucide/dist/esm/icons/building.mjs'
import calendar from 'lucide/dist/esm/icons/calendar.mjs'
import calendarCheck from 'lucide/dist/esm/icons/calendar-check.mjs'
import calendarDays from 'lucide/dist/esm/icons/calendar-days.mjs'
import calendarPlus from 'lucide/dist/esm/icons/calendar-plus.mjs'
import chartColumn from 'lucide/dist/esm/icons/chart-column.mjs'
import chartLine from 'lucide/dist/esm/icons/chart-line.mjs'
import check from 'lucide/dist/esm/icons/check.mjs'
import chevronDown from 'lucide/dist/esm/icons/chevron-down.mjs'
import chevronLeft from 'lucide/dist/esm/icons/chevron-left.mjs'
import chevronRight from 'lucide/dist/esm/icons/chevron-right.mjs'
import chevronsLeft from 'lucide/dist/esm/icons/chevrons-left.mjs'
import chevronsRight from 'lucide/dist/esm/icons/chevrons-right.mjs'
import circle from 'lucide/dist/esm/icons/circle.mjs'
import circleAlert from 'lucide/dist/esm/icons/circle-alert.mjs'
import circleCheck from 'lucide/dist/esm/icons/circle-check.mjs'
import circleDot from 'lucide/dist/esm/icons/circle-dot.mjs'
import circleQuestionMark from 'lucide/dist/esm/icons/circle-question-mark.mjs'
import circleX from 'lucide/dist/esm/icons/circle-x.mjs'
import clapperboard from 'lucide/dist/esm/icons/clapperboard.mjs'
import clipboardCheck from 'lucide/dist/esm/icons/clipboard-check.mjs'
import clipboardList from 'lucide/dist/esm/icons/clipboard-list.mjs'
import clock from 'lucide/dist/esm/icons/clock.mjs'
import compass from 'lucide/dist/esm/icons/compass.mjs'
import copy from 'lucide/dist/esm/icons/copy.mjs'
import database from 'lucide/dist/esm/icons/database.mjs'
import doorOpen from 'lucide/dist/esm/icons/door-open.mjs'
import download from 'lucide/dist/esm/icons/download.mjs'
import ellipsis from 'lucide/dist/esm/icons/ellipsis.mjs'
import euro from 'lucide/dist/esm/icons/euro.mjs'
import externalLink from 'lucide/dist/esm/icons/external-link.mjs'
import eye from 'lucide/dist/esm/icons/eye.mjs'
import eyeOff from 'lucide/dist/esm/icons/eye-off.mjs'
import factory from 'lucide/dist/esm/icons/factory.mjs'
import file from 'lucide/dist/esm/icons/file.mjs'
import fileCheck from 'lucide/dist/esm/icons/file-check.mjs'
import fileClock from 'lucide/dist/esm/icons/file-clock.mjs'
import filePlus from 'lucide/dist/esm/icons/file-plus.mjs'
import fileSpreadsheet from 'lucide/dist/esm/icons/file-spreadsheet.mjs'
import fileText from 'lucide/dist/esm/icons/file-text.mjs'
import film from 'lucide/dist/esm/icons/film.mjs'
import fingerprintPattern from 'lucide/dist/esm/icons/fingerprint-pattern.mjs'
import flag from 'lucide/dist/esm/icons/flag.mjs'
import folder from 'lucide/dist/esm/icons/folder.mjs'
import folderOpen from 'lucide/dist/esm/icons/folder-open.mjs'
import gamepad2 from 'lucide/dist/esm/icons/gamepad-2.mjs'
import gavel from 'lucide/dist/esm/icons/gavel.mjs'
import globe from 'lucide/dist/esm/icons/globe.mjs'
import graduationCap from 'lucide/dist/esm/icons/graduation-cap.mjs'
import handshake from 'lucide/dist/esm/icons/handshake.mjs'
import hash from 'lucide/dist/esm/icons/hash.mjs'
import heart from 'lucide/dist/esm/icons/heart.mjs'
import hourglass from 'lucide/dist/esm/icons/hourglass.mjs'
import house from 'lucide/dist/esm/icons/house.mjs'
import idCard from 'lucide/dist/esm/icons/id-card.mjs'
import image from 'lucide/dist/esm/icons/image.mjs'
import inbox from 'lucide/dist/esm/icons/inbox.mjs'
import info from 'lucide/dist/esm/icons/info.mjs'
import keyRound from 'lucide/dist/esm/icons/key-round.mjs'
import keyboard from 'lucide/dist/esm/icons/keyboard.mjs'
import landmark from 'lucide/dist/esm/icons/landmark.mjs'
import languages from 'lucide/dist/esm/icons/languages.mjs'
import layers from 'lucide/dist/esm/icons/layers.mjs'
import layoutGrid from 'lucide/dist/esm/icons/layout-grid.mjs'
import leaf from 'lucide/dist/esm/icons/leaf.mjs'
import lightbulb from 'lucide/dist/esm/icons/lightbulb.mjs'
import link from 'lucide/dist/esm/icons/link.mjs'
import list from 'lucide/dist/esm/icons/list.mjs'
import lock from 'lucide/dist/esm/icons/lock.mjs'
import logIn from 'lucide/dist/esm/icons/log-in.mjs'
import logOut from 'lucide/dist/esm/icons/log-out.mjs'
import mail from 'lucide/dist/esm/icons/mail.mjs'
import map from 'lucide/dist/esm/icons/map.mjs'
import mapPin from 'lucide/dist/esm/icons/map-pin.mjs'
import megaphone from 'lucide/dist/esm/icons/megaphone.mjs'
import menu from 'lucide/dist/esm/icons/menu.mjs'
import merge from 'lucide/dist/esm/icons/merge.mjs'
import messageSquare from 'lucide/dist/esm/icons/message-square.mjs'
import messagesSquare from 'lucide/dist/esm/icons/messages-square.mjs'
import mic from 'lucide/dist/esm/icons/mic.mjs'
import microscope from 'lucide/dist/esm/icons/microscope.mjs'
import minus from 'lucide/dist/esm/icons/minus.mjs'
import monitorPlay from 'lucide/dist/esm/icons/monitor-play.mjs'
import moon from 'lucide/dist/esm/icons/moon.mjs'
import network from 'lucide/dist/esm/icons/network.mjs'
import newspaper from 'lucide/dist/esm/icons/newspaper.mjs'
import notebookPen from 'lucide/dist/esm/icons/notebook-pen.mjs'
import palette from 'lucide/dist/esm/icons/palette.mjs'
import paperclip from 'lucide/dist/esm/icons/paperclip.mjs'
import pencil from 'lucide/dist/esm/icons/pencil.mjs'
import phone from 'lucide/dist/esm/icons/phone.mjs'
import plane from 'lucide/dist/esm/icons/plane.mjs'
import plus from 'lucide/dist/esm/icons/plus.mjs'
import printer from 'lucide/dist/esm/icons/printer.mjs'
import puzzle from 'lucide/dist/esm/icons/puzzle.mjs'
import qrCode from 'lucide/dist/esm/icons/qr-code.mjs'
import receipt from 'lucide/dist/esm/icons/receipt.mjs'
import refreshCw from 'lucide/dist/esm/icons/refresh-cw.mjs'
import rocket from 'lucide/dist/esm/icons/rocket.mjs'
import route from 'lucide/dist/esm/icons/route.mjs'
import rss from 'lucide/dist/esm/icons/rss.mjs'
import save from 'lucide/dist/esm/icons/save.mjs'
import scale from 'lucide/dist/esm/icons/scale.mjs'
import school from 'lucide/dist/esm/icons/school.mjs'
import search from 'lucide/dist/esm/icons/search.mjs'
import send from 'lucide/dist/esm/icons/send.mjs'
import settings from 'lucide/dist/esm/icons/settings.mjs'
import share2 from 'lucide/dist/esm/icons/share-2.mjs'
import shield from 'lucide/dist/esm/icons/shield.mjs'
import shieldCheck from 'lucide/dist/esm/icons/shield-check.mjs'
import slidersHorizontal from 'lucide/dist/esm/icons/sliders-horizontal.mjs'
import sparkles from 'lucide/dist/esm/icons/sparkles.mjs'
import split from 'lucide/dist/esm/icons/split.mjs'
import squareCheck from 'lucide/dist/esm/icons/square-check.mjs'
import star from 'lucide/dist/esm/icons/star.mjs'
import sun from 'lucide/dist/esm/icons/sun.mjs'
import tag from 'lucide/dist/esm/icons/tag.mjs'
import target from 'lucide/dist/esm/icons/target.mjs'
import ticket from 'lucide/dist/esm/icons/ticket.mjs'
import trash from 'lucide/dist/esm/icons/trash.mjs'
import trendingDown from 'lucide/dist/esm/icons/trending-down.mjs'
import trendingUp from 'lucide/dist/esm/icons/trending-up.mjs'
import triangleAlert from 'lucide/dist/esm/icons/triangle-alert.mjs'
import tv from 'lucide/dist/esm/icons/tv.mjs'
import undo2 from 'lucide/dist/esm/icons/undo-2.mjs'
import upload from 'lucide/dist/esm/icons/upload.mjs'
import user from 'lucide/dist/esm/icons/user.mjs'
import userCheck from 'lucide/dist/esm/icons/user-check.mjs'
import userPlus from 'lucide/dist/esm/icons/user-plus.mjs'
import users from 'lucide/dist/esm/icons/users.mjs'
import video from 'lucide/dist/esm/icons/video.mjs'
import vote from 'lucide/dist/esm/icons/vote.mjs'
import wallet from 'lucide/dist/esm/icons/wallet.mjs'
import waypoints from 'lucide/dist/esm/icons/waypoints.mjs'
import wrench from 'lucide/dist/esm/icons/wrench.mjs'
import x from 'lucide/dist/esm/icons/x.mjs'

/** The icons that the product uses, by Lucide's names. Add one by its import and its line. */
export const iconSet = {
  accessibility,
  archive,
  'arrow-down': arrowDown,
  'arrow-left': arrowLeft,
  'arrow-right': arrowRight,
  'arrow-up': arrowUp,
  'arrow-up-down': arrowUpDown,
  award,
  'badge-check': badgeCheck,
  banknote,
  bell,
  'book-open': bookOpen,
  bookmark,
  box,
  briefcase,
  building,
  calendar,
  'calendar-check': calendarCheck,
  'calendar-days': calendarDays,
  'calendar-plus': calendarPlus,
  'chart-column': chartColumn,
  'chart-line': chartLine,
  check,
  'chevron-down': chevronDown,
  'chevron-left': chevronLeft,
  'chevron-right': chevronRight,
  'chevrons-left': chevronsLeft,
  'chevrons-right': chevronsRight,
  circle,
  'circle-alert': circleAlert,
  'circle-check': circleCheck,
  'circle-dot': circleDot,
  'circle-question-mark': circleQuestionMark,
  'circle-x': circleX,
  clapperboard,
  'clipboard-check': clipboardCheck,
  'clipboard-list': clipboardList,
  clock,
  compass,
  copy,
  database,
  'door-open': doorOpen,
  download,
  ellipsis,
  euro,
  'external-link': externalLink,
  eye,
  'eye-off': eyeOff,
  factory,
  file,
  'file-check': fileCheck,
  'file-clock': fileClock,
  'file-plus': filePlus,
  'file-spreadsheet': fileSpreadsheet,
  'file-text': fileText,
  film,
  'fingerprint-pattern': fingerprintPattern,
  flag,
  folder,
  'folder-open': folderOpen,
  'gamepad-2': gamepad2,
  gavel,
  globe,
  'graduation-cap': graduationCap,
  handshake,
  hash,
  heart,
  hourglass,
  house,
  'id-card': idCard,
  image,
  inbox,
  info,
  'key-round': keyRound,
  keyboard,
  landmark,
  languages,
  layers,
  'layout-grid': layoutGrid,
  leaf,
  lightbulb,
  link,
  list,
  lock,
  'log-in': logIn,
  'log-out': logOut,
  mail,
  map,
  'map-pin': mapPin,
  megaphone,
  menu,
  merge,
  'message-square': messageSquare,
  'messages-square': messagesSquare,
  mic,
  microscope,
  minus,
  'monitor-play': monitorPlay,
  moon,
  network,
  newspaper,
  'notebook-pen': notebookPen,
  palette,
  paperclip,
  pencil,
  phone,
  plane,
  plus,
  printer,
  puzzle,
  'qr-code': qrCode,
  receipt,
  'refresh-cw': refreshCw,
  rocket,
  route,
  rss,
  save,
  scale,
  school,
  search,
  send,
  settings,
  'share-2': share2,
  shield,
  'shield-check': shieldCheck,
  'sliders-horizontal': slidersHorizontal,
  sparkles,
  split,
  'square-check': squareCheck,
  star,
  sun,
  tag,
  target,
  ticket,
  trash,
  'trending-down': trendingDown,
  'trending-up': trendingUp,
  'triangle-alert': triangleAlert,
  tv,
  'undo-2': undo2,
  upload,
  user,
  'user-check': userCheck,
  'user-plus': userPlus,
  users,
  video,
  vote,
  wallet,
  waypoints,
  wrench,
  x,
} as const
export type IconName = keyof typeof iconSet
