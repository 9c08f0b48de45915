import { featureText } from '../../../kernel/text.ts'

/** The words of every mail that accounts send. */
export const mailText = featureText('accounts.mails', {
  fr: {
    hello: 'Bonjour {{name}},',
    helloNobody: 'Bonjour,',
    works_one: 'Ce lien fonctionne une minute et ne sert qu’une fois.',
    works_other: 'Ce lien fonctionne {{count}} minutes et ne sert qu’une fois.',
    worksDay: 'Ce lien fonctionne pendant 24 heures.',
    worksUntil: 'Ce lien fonctionne jusqu’au {{day}}.',
    notYou: 'Si vous n’avez rien demandé, ignorez ce message : il ne se passera rien.',
    confirm: 'Confirmez votre adresse',
    confirmBody:
      'Vous venez de créer un compte sur {{site}}. Il reste à confirmer que cette adresse est bien la vôtre.',
    confirmButton: 'Confirmer mon adresse',
    newAddress: 'Confirmez votre nouvelle adresse',
    newAddressBody:
      'Vous avez demandé à utiliser cette adresse pour votre compte {{site}}. Elle remplacera l’ancienne dès que vous l’aurez confirmée.',
    newAddressButton: 'Confirmer cette adresse',
    moved: 'L’adresse de votre compte a changé',
    movedBody:
      'L’adresse de votre compte {{site}} est maintenant {{email}}. Nous n’écrirons plus à celle-ci, et elle n’ouvre plus le compte.',
    movedNotYou: 'Si ce n’était pas vous, écrivez sans attendre à l’équipe du pôle.',
    magicLink: 'Votre lien de connexion',
    magicLinkBody: 'Voici le lien que vous avez demandé pour vous connecter à {{site}}, sans mot de passe.',
    magicLinkButton: 'Me connecter',
    reset: 'Choisissez un nouveau mot de passe',
    resetBody:
      'Vous avez demandé à changer le mot de passe de votre compte {{site}}. Choisissez-en un nouveau ; vos sessions ouvertes seront fermées.',
    resetButton: 'Choisir un mot de passe',
    unknown: 'Aucun compte à cette adresse',
    unknownBody:
      'Quelqu’un, sans doute vous, a demandé un lien pour entrer sur {{site}} avec cette adresse, mais aucun compte n’y est attaché. Vous en avez peut-être un sous une autre adresse.',
    unknownButton: 'Créer un compte',
    taken: 'Vous avez déjà un compte',
    takenBody:
      'Quelqu’un, sans doute vous, a voulu créer un compte {{site}} avec cette adresse, qui en a déjà un. Connectez-vous, ou choisissez un nouveau mot de passe si vous l’avez oublié.',
    takenButton: 'Me connecter',
    takenNotYou: 'Si ce n’était pas vous, ignorez ce message : votre compte n’a pas changé.',
    invited: '{{inviter}} vous invite sur {{site}}',
    invitedTeam: 'Vous êtes invité(e) sur {{site}}',
    invitedBody:
      'Un compte vous attend sur {{site}}, avec le rôle « {{role}} ». Ouvrez le lien, choisissez un mot de passe, et c’est tout.',
    invitedButton: 'Accepter l’invitation',
    newDevice: 'Nouvelle connexion à votre compte',
    newDeviceBody: 'Votre compte {{site}} vient d’être ouvert depuis un appareil que nous ne connaissions pas.',
    newDeviceButton: 'Voir mes sessions',
    newDeviceNotYou: 'Si ce n’était pas vous, fermez cette session et changez votre mot de passe.',
    device: 'Appareil',
    deviceUnknown: 'Appareil inconnu',
    when: 'Date',
    twoFactorOn: 'La double authentification est activée',
    twoFactorOnBody:
      'Votre compte {{site}} demandera désormais un code à chaque connexion. Gardez vos codes de secours en lieu sûr.',
    twoFactorOff: 'La double authentification est désactivée',
    twoFactorOffBody: 'Votre compte {{site}} ne demande plus de code à la connexion.',
    backupCodes: 'Vos codes de secours ont été remplacés',
    backupCodesBody:
      'De nouveaux codes de secours viennent d’être créés pour votre compte {{site}} ; les anciens ne servent plus.',
    passkeyAdded: 'Une clé d’accès a été ajoutée',
    passkeyAddedBody:
      'Une clé d’accès vient d’être ajoutée à votre compte {{site}}. Elle permet de se connecter sans mot de passe.',
    securityButton: 'Voir la sécurité de mon compte',
    securityNotYou: 'Si ce n’était pas vous, changez votre mot de passe sans attendre.',
    password: 'Votre mot de passe a changé',
    passwordBody:
      'Le mot de passe de votre compte {{site}} vient d’être changé et vos autres sessions ont été fermées.',
    deleted: 'Votre compte est supprimé',
    deletedBody:
      'Votre compte {{site}} et les données qui s’y rattachaient ont été supprimés, comme vous l’avez demandé. C’est le dernier message que nous vous envoyons.',
    deletedNotYou: 'Si ce n’était pas vous, écrivez à l’équipe du pôle.',
  },
  en: {
    hello: 'Hello {{name}},',
    helloNobody: 'Hello,',
    works_one: 'This link works for one minute, once.',
    works_other: 'This link works for {{count}} minutes, once.',
    worksDay: 'This link works for 24 hours.',
    worksUntil: 'This link works until {{day}}.',
    notYou: 'If you did not ask for this, ignore this message: nothing will happen.',
    confirm: 'Confirm your address',
    confirmBody: 'You have just created an account on {{site}}. It only remains to confirm that this address is yours.',
    confirmButton: 'Confirm my address',
    newAddress: 'Confirm your new address',
    newAddressBody:
      'You asked to use this address for your {{site}} account. It will replace the old one as soon as you confirm it.',
    newAddressButton: 'Confirm this address',
    moved: 'The address of your account has changed',
    movedBody:
      'The address of your {{site}} account is now {{email}}. We will not write to this one any more, and it no longer opens the account.',
    movedNotYou: 'If it was not you, write to the cluster’s team at once.',
    magicLink: 'Your sign-in link',
    magicLinkBody: 'Here is the link you asked for, to sign in to {{site}} without a password.',
    magicLinkButton: 'Sign me in',
    reset: 'Choose a new password',
    resetBody:
      'You asked to change the password of your {{site}} account. Choose a new one; your open sessions will be closed.',
    resetButton: 'Choose a password',
    unknown: 'No account at this address',
    unknownBody:
      'Somebody, probably you, asked for a link to enter {{site}} with this address, but no account belongs to it. You may have one under another address.',
    unknownButton: 'Create an account',
    taken: 'You already have an account',
    takenBody:
      'Somebody, probably you, tried to create a {{site}} account with this address, which already has one. Sign in, or choose a new password if you have forgotten yours.',
    takenButton: 'Sign me in',
    takenNotYou: 'If it was not you, ignore this message: your account has not changed.',
    invited: '{{inviter}} invites you to {{site}}',
    invitedTeam: 'You are invited to {{site}}',
    invitedBody:
      'An account is waiting for you on {{site}}, with the role “{{role}}”. Open the link, choose a password, and that is all.',
    invitedButton: 'Accept the invitation',
    newDevice: 'New sign-in to your account',
    newDeviceBody: 'Your {{site}} account has just been opened from a device we did not know.',
    newDeviceButton: 'See my sessions',
    newDeviceNotYou: 'If it was not you, close that session and change your password.',
    device: 'Device',
    deviceUnknown: 'Unknown device',
    when: 'Date',
    twoFactorOn: 'Two-factor sign-in is on',
    twoFactorOnBody:
      'Your {{site}} account will now ask for a code at every sign-in. Keep your backup codes in a safe place.',
    twoFactorOff: 'Two-factor sign-in is off',
    twoFactorOffBody: 'Your {{site}} account no longer asks for a code at sign-in.',
    backupCodes: 'Your backup codes have been replaced',
    backupCodesBody: 'New backup codes have just been made for your {{site}} account; the old ones no longer work.',
    passkeyAdded: 'A passkey has been added',
    passkeyAddedBody:
      'A passkey has just been added to your {{site}} account. It opens the account without a password.',
    securityButton: 'See my account’s security',
    securityNotYou: 'If it was not you, change your password at once.',
    password: 'Your password has changed',
    passwordBody:
      'The password of your {{site}} account has just been changed, and your other sessions have been closed.',
    deleted: 'Your account has been deleted',
    deletedBody:
      'Your {{site}} account and the data that belonged to it have been deleted, as you asked. This is the last message we send you.',
    deletedNotYou: 'If it was not you, write to the cluster’s team.',
  },
})
