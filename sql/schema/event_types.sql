-- PLOVER's sixteen event types, and the additions for news at large, which have no quad class.
create table event_types (
    id text primary key,
    label text not null,
    quad_class text,
    description text not null
) strict;

insert into event_types (id, label, quad_class, description) values
    ('AGREE', 'Agreement', 'verbal cooperation', 'Agree to do something, sign, ratify'),
    ('CONSULT', 'Consultation', 'verbal cooperation', 'Meet, visit, call, hold talks'),
    ('SUPPORT', 'Support', 'verbal cooperation', 'Endorse, praise, recognise'),
    ('CONCEDE', 'Concession', 'verbal cooperation', 'Ease a measure, release, yield, delay'),
    ('COOPERATE', 'Cooperation', 'material cooperation', 'Joint material action: exercises, trade, sharing'),
    ('AID', 'Aid', 'material cooperation', 'Give help, money, loans or arms'),
    ('RETREAT', 'Retreat', 'material cooperation', 'Withdraw, cease fire, leave a union or a treaty'),
    ('REQUEST', 'Request', 'verbal conflict', 'Ask, demand, urge, call on someone'),
    ('ACCUSE', 'Accusation', 'verbal conflict', 'Blame, condemn, sue, charge, investigate'),
    ('REJECT', 'Rejection', 'verbal conflict', 'Refuse, veto, deny a request'),
    ('THREATEN', 'Threat', 'verbal conflict', 'Warn, threaten, set an ultimatum'),
    ('PROTEST', 'Protest', 'material conflict', 'Demonstrate, strike, riot'),
    ('SANCTION', 'Sanction', 'material conflict', 'Sanction, ban, expel, cut ties, raise tariffs'),
    ('MOBILIZE', 'Mobilisation', 'material conflict', 'Deploy forces, go on alert, test weapons'),
    ('COERCE', 'Coercion', 'material conflict', 'Arrest, seize, shut down, repress'),
    ('ASSAULT', 'Assault', 'material conflict', 'Attack, kill, shoot, bomb, wage war'),
    ('ELECT', 'Election', null, 'Vote for an office, win it, be chosen for it'),
    ('APPOINT', 'Appointment', null, 'Take office, appoint, nominate, resign, dismiss from office'),
    ('LEGISLATE', 'Legislation', null, 'Pass, vote on or decree a law or a budget; hold a referendum'),
    ('RULE', 'Ruling', null, 'A court decides or sentences'),
    ('DIE', 'Death', null, 'Die of other causes than an assault'),
    ('DISASTER', 'Disaster', null, 'Accident, fire, storm, outbreak'),
    ('ANNOUNCE', 'Announcement', null, 'Announce a decision or plan where no other type fits'),
    ('OTHER', 'Other', null, 'A happening that no other type describes');
