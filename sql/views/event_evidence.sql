-- One row per mention of an event: the sentence, where it stands, who published it and what it cites.
create view event_evidence as
select
    event_mentions.event_id,
    events.title as event,
    event_mentions.id as mention_id,
    event_mentions.trigger,
    sentences.text as sentence,
    (
        select group_concat(marker, ' ')
        from (
            select distinct citations.marker
            from citations
            join event_citations on event_citations.citation_id = citations.id
            where citations.sentence_id = event_mentions.sentence_id
                and event_citations.event_id = event_mentions.event_id
            order by citations.start_char
        )
    ) as citation_markers,
    event_mentions.type,
    event_mentions.status,
    event_mentions.start_date,
    event_mentions.end_date,
    time_expressions.text as time_expression,
    event_mentions.date_rule,
    places.name as place,
    event_mentions.link_rule,
    event_mentions.link_score,
    articles.id as article_id,
    coalesce(articles.title, articles.path) as article,
    sources.name as source,
    articles.published,
    articles.published_earliest,
    articles.published_latest,
    articles.published_basis,
    articles.url,
    articles.duplicate_of,
    event_mentions.sentence_id,
    sentences.position as sentence_position,
    event_mentions.start_char,
    event_mentions.end_char,
    sentences.start_char as sentence_start_char
from event_mentions
join events on events.id = event_mentions.event_id
join sentences on sentences.id = event_mentions.sentence_id
join articles on articles.id = event_mentions.article_id
left join sources on sources.id = articles.source_id
left join time_expressions on time_expressions.id = event_mentions.time_expression_id
left join places on places.id = event_mentions.place_id;
