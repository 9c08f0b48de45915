/** Fictional persons in the structure of the public Europass schemas. */
export const passportXml = `<?xml version="1.0" encoding="UTF-8"?>
<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" locale="fr">
  <DocumentInfo><DocumentType>ECV</DocumentType><CreationDate>2019-05-02T10:00:00.000Z</CreationDate><XSDVersion>V3.3</XSDVersion><Generator>EWA</Generator></DocumentInfo>
  <LearnerInfo>
    <Identification>
      <PersonName><FirstName>Inès</FirstName><Surname>Valette</Surname></PersonName>
      <ContactInfo>
        <Address><Contact><AddressLine>3 quai Perrière</AddressLine><PostalCode>38000</PostalCode><Municipality>Grenoble</Municipality><Country><Code>FR</Code><Label>France</Label></Country></Contact></Address>
        <Email><Contact>ines.valette@example.org</Contact></Email>
        <TelephoneList><Telephone><Contact>+33 6 98 76 54 32</Contact><Use><Code>mobile</Code><Label>Portable</Label></Use></Telephone></TelephoneList>
        <WebsiteList><Website><Contact>www.ines-valette.example.org</Contact></Website><Website><Contact>https://github.com/ivalette</Contact></Website></WebsiteList>
      </ContactInfo>
    </Identification>
    <Headline><Type><Code>preferred_job</Code><Label>EMPLOI RECHERCHÉ</Label></Type><Description><Label>Programmeuse de jeux vidéo</Label></Description></Headline>
    <WorkExperienceList>
      <WorkExperience>
        <Period><From year="2016" month="--09" day="---01"/><Current>true</Current></Period>
        <Position><Label>Programmeuse de jeux vidéo</Label></Position>
        <Activities>&lt;p&gt;Moteur de rendu :&lt;/p&gt;&lt;ul&gt;&lt;li&gt;C++ et Blender&lt;/li&gt;&lt;li&gt;outils d&amp;rsquo;animation&lt;/li&gt;&lt;/ul&gt;</Activities>
        <Employer><Name>Bulle Interactive</Name><ContactInfo><Address><Contact><Municipality>Grenoble</Municipality><Country><Code>FR</Code></Country></Contact></Address><Website><Contact>https://bulle.example.com</Contact></Website></ContactInfo></Employer>
      </WorkExperience>
      <WorkExperience>
        <Period><From year="2014"/><To year="2016" month="--06"/><Current>false</Current></Period>
        <Position><Label>Développeuse</Label></Position>
        <Employer><Name>Atelier des Dômes</Name></Employer>
      </WorkExperience>
    </WorkExperienceList>
    <EducationList>
      <Education>
        <Period><From year="2011"/><To year="2014"/></Period>
        <Title>Diplôme d’ingénieur</Title>
        <Organisation><Name>Grenoble INP</Name></Organisation>
        <Level><Code>7</Code></Level><Field><Label>Informatique</Label></Field>
      </Education>
    </EducationList>
    <Skills>
      <Linguistic>
        <MotherTongueList><MotherTongue><Description><Code>fr</Code><Label>français</Label></Description></MotherTongue></MotherTongueList>
        <ForeignLanguageList><ForeignLanguage><Description><Code>en</Code><Label>anglais</Label></Description><ProficiencyLevel><Listening>C1</Listening><Reading>C2</Reading><SpokenInteraction>B2</SpokenInteraction><SpokenProduction>B2</SpokenProduction><Writing>C1</Writing></ProficiencyLevel></ForeignLanguage></ForeignLanguageList>
      </Linguistic>
      <JobRelated><Description>&lt;ul&gt;&lt;li&gt;Programmation temps réel&lt;/li&gt;&lt;/ul&gt;</Description></JobRelated>
      <Driving><Description><Licence>B</Licence></Description></Driving>
    </Skills>
    <AchievementList><Achievement><Title><Label>Prix du public</Label></Title><Description>Festival des Dômes, 2018</Description></Achievement></AchievementList>
  </LearnerInfo>
</SkillsPassport>`

export const passportJson = {
  SkillsPassport: {
    Locale: 'en',
    DocumentInfo: { DocumentType: 'ECV', XSDVersion: 'V3.3' },
    LearnerInfo: {
      Identification: {
        PersonName: { FirstName: 'Inès', Surname: 'Valette' },
        ContactInfo: {
          Address: { Contact: { Municipality: 'Grenoble', Country: { Code: 'FR', Label: 'France' } } },
          Email: { Contact: 'ines.valette@example.org' },
          Telephone: [{ Contact: '+33 6 98 76 54 32', Use: { Code: 'mobile' } }],
          Website: [{ Contact: 'www.ines-valette.example.org' }],
        },
      },
      WorkExperience: [
        {
          Period: { From: { Year: 2016, Month: 9, Day: 1 }, Current: true },
          Position: { Label: 'Games programmer' },
          Activities: '<p>Rendering engine</p>',
          Employer: { Name: 'Bulle Interactive' },
        },
      ],
      Education: [
        {
          Period: { From: { Year: 2011 }, To: { Year: 2014 } },
          Title: 'Engineering degree',
          Organisation: { Name: 'Grenoble INP' },
        },
      ],
      Skills: {
        Linguistic: {
          MotherTongue: [{ Description: { Code: 'fr', Label: 'French' } }],
          ForeignLanguage: [
            { Description: { Code: 'en', Label: 'English' }, ProficiencyLevel: { Listening: 'C1', Writing: 'B2' } },
          ],
        },
      },
    },
  },
}

export const candidateXml = `<?xml version="1.0" encoding="UTF-8"?>
<Candidate xmlns="http://www.europass.eu/1.0" xmlns:oa="http://www.openapplications.org/oagis/9" xmlns:eures="http://www.europass_eures.eu/1.0" xmlns:hr="http://www.hr-xml.org/3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <hr:DocumentID schemeID="Test-0001" schemeName="DocumentIdentifier" schemeAgencyName="EUROPASS"/>
  <CandidateSupplier><hr:PartyID schemeID="Test-0001" schemeName="PartyID" schemeAgencyName="EUROPASS"/></CandidateSupplier>
  <CandidatePerson>
    <PersonName><oa:GivenName>Marek</oa:GivenName><hr:FamilyName>Lindqvist</hr:FamilyName></PersonName>
    <Communication><ChannelCode>Telephone</ChannelCode><UseCode>mobile</UseCode><CountryDialing>33</CountryDialing><oa:DialNumber>612345678</oa:DialNumber><CountryCode>fr</CountryCode></Communication>
    <Communication><ChannelCode>Email</ChannelCode><oa:URI>marek.lindqvist@example.org</oa:URI></Communication>
    <Communication><ChannelCode>Web</ChannelCode><oa:URI>https://marek.example.org</oa:URI></Communication>
    <Communication><UseCode>home</UseCode><Address type="home"><oa:AddressLine>5 rue du Lac</oa:AddressLine><oa:CityName>Annecy</oa:CityName><CountryCode>fr</CountryCode><oa:PostalCode>74000</oa:PostalCode></Address></Communication>
    <NationalityCode>se</NationalityCode>
    <PrimaryLanguageCode name="NORMAL">swe</PrimaryLanguageCode>
  </CandidatePerson>
  <CandidateProfile languageCode="fr">
    <hr:ID schemeID="Test-0001" schemeName="CandidateProfileID" schemeAgencyName="EUROPASS"/>
    <hr:ExecutiveSummary>&lt;p&gt;Compositeur d’images depuis dix ans.&lt;/p&gt;</hr:ExecutiveSummary>
    <EmploymentHistory>
      <EmployerHistory>
        <hr:OrganizationName>Studio du Semnoz</hr:OrganizationName>
        <OrganizationContact><Communication><Address><oa:CityName>Annecy</oa:CityName><CountryCode>fr</CountryCode></Address></Communication></OrganizationContact>
        <PositionHistory>
          <PositionTitle typeCode="FREETEXT">Compositeur</PositionTitle>
          <eures:EmploymentPeriod><eures:StartDate><hr:FormattedDateTime>2017-02-01</hr:FormattedDateTime></eures:StartDate><eures:EndDate><hr:FormattedDateTime>2023-08</hr:FormattedDateTime></eures:EndDate><hr:CurrentIndicator>false</hr:CurrentIndicator></eures:EmploymentPeriod>
          <oa:Description>&lt;ol&gt;&lt;li&gt;Nuke&lt;/li&gt;&lt;li&gt;Incrustation&lt;/li&gt;&lt;/ol&gt;</oa:Description>
          <City>Annecy</City><Country>fr</Country>
        </PositionHistory>
      </EmployerHistory>
    </EmploymentHistory>
    <EducationHistory>
      <EducationOrganizationAttendance>
        <hr:OrganizationName>Konstfack</hr:OrganizationName>
        <EducationLevelCode>6</EducationLevelCode>
        <AttendancePeriod><StartDate><hr:FormattedDateTime>2010</hr:FormattedDateTime></StartDate><EndDate><hr:FormattedDateTime>2013-06</hr:FormattedDateTime></EndDate><Ongoing>false</Ongoing></AttendancePeriod>
        <EducationDegree><hr:DegreeName>Bachelor of Fine Arts</hr:DegreeName></EducationDegree>
      </EducationOrganizationAttendance>
    </EducationHistory>
    <PersonQualifications>
      <PersonCompetency><CompetencyID schemeName="NORMAL">fre</CompetencyID><hr:TaxonomyID>language</hr:TaxonomyID>
        <CompetencyDimension><hr:CompetencyDimensionTypeCode>CEF-Understanding-Listening</hr:CompetencyDimensionTypeCode><eures:Score><hr:ScoreText>C1</hr:ScoreText></eures:Score></CompetencyDimension>
        <CompetencyDimension><hr:CompetencyDimensionTypeCode>CEF-Writing-Production</hr:CompetencyDimensionTypeCode><eures:Score><hr:ScoreText>B2</hr:ScoreText></eures:Score></CompetencyDimension>
      </PersonCompetency>
      <PersonCompetency><CompetencyID>Blender</CompetencyID><hr:TaxonomyID>DIGITAL</hr:TaxonomyID></PersonCompetency>
    </PersonQualifications>
  </CandidateProfile>
</Candidate>`

/** The same kind of file, with a bomb in its head. */
export const laughingXml = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]><SkillsPassport><LearnerInfo>&lol2;</LearnerInfo></SkillsPassport>`
