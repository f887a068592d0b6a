//! Requests, filled by a description.

use super::answer::Listing;
use super::description::{Backend, Operation, Sort, count};
use super::pick::{list, part, source, text};
use super::refusal::Refusal;
use super::template::{Layers, Values, fill, fill_json, push_filled, value, visit_names};
use crate::comments::Draft;
use crate::digits::digits;
use crate::http::{Answer, Body, NoAnswer, Request};
use crate::json::Json;
use crate::percent;

/// What has to be sent now, so that an operation comes about.
#[derive(Debug, PartialEq)]
pub struct Next {
    /// The request.
    pub request: Request,
    /// It is a step on the way, whose answer [`Backend::learn`] wants. The
    /// operation itself when absent.
    pub step: Option<usize>,
}

/// A part of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// How many pages come before it.
    pub number: usize,
    /// How many comments come before it, answers inside of others not counted.
    pub offset: usize,
    /// What the server said of where it begins.
    pub cursor: String,
}

impl Backend {
    /// What has to be sent now, so that `operation` comes about with these
    /// values: its own request, or a step that gives a value which it names and
    /// which is not known yet.
    pub fn next(&mut self, operation: Operation, values: &Values) -> Next {
        // What stands in for what a step would give.
        let mut instead = Values::default();
        let own = self.shape(operation);
        let mut wanting = part(own, "request");
        let mut shape = own;
        let mut step = None;
        let steps = list(part(&self.description, "steps"));
        // What leads to another page is wanted together with the list.
        let elsewhere = match operation {
            Operation::List => part(&self.description, "elsewhere"),
            _ => &Json::Null,
        };
        let mut found = self.missing(elsewhere, steps, values, &mut instead);
        // A step may itself need another.
        for _ in steps {
            found = found.or_else(|| self.missing(wanting, steps, values, &mut instead));
            let Some(at) = found.take() else { break };
            shape = &steps[at];
            wanting = part(shape, "request");
            step = Some(at);
        }
        let mut request = filled(wanting, &self.server_url, &[values, &self.values, &instead]);
        request.wanted = self.wanted(shape);
        Next { request, step }
    }

    /// The step that gives a value which `request` names and which is not known.
    /// What stands in for a value is put into `instead` on the way.
    fn missing(
        &self,
        request: &Json,
        steps: &[Json],
        values: &Values,
        instead: &mut Values,
    ) -> Option<usize> {
        let mut missing = None;
        for (index, step) in steps.iter().enumerate() {
            let Json::Object(gives) = part(step, "gives") else { continue };
            for (name, _) in gives {
                let layers = [values, &self.values, instead];
                if !value(&layers, name).is_empty() {
                    continue;
                }
                let template = text(part(part(step, "instead"), name));
                match fill(template, &layers, String::push_str) {
                    Some(value) if !value.is_empty() => instead.set(name, &value),
                    _ => visit_names(request, &mut |named| {
                        if named == name && missing.is_none() {
                            missing = Some(index);
                        }
                    }),
                }
            }
        }
        missing
    }

    /// Takes the values out of the answer to a step.
    ///
    /// # Errors
    /// Nothing was sent but the step, and this is why: no answer, or none that
    /// holds the values.
    pub fn learn(&mut self, step: usize, answer: &Result<Answer, NoAnswer>) -> Result<(), Refusal> {
        if self.gain(step, answer) { Ok(()) } else { Err(self.read_no_gain(answer)) }
    }

    /// Why [`Backend::gain`] came to nothing.
    pub fn read_no_gain(&self, answer: &Result<Answer, NoAnswer>) -> Refusal {
        let Ok(answer) = answer else { return Refusal::default() };
        self.read_refusal(answer, answer.json.as_ref().unwrap_or(&Json::Null))
    }

    /// Takes the values out of the answer to a step; `false` where they are not
    /// in it.
    pub fn gain(&mut self, step: usize, answer: &Result<Answer, NoAnswer>) -> bool {
        let Ok(answer) = answer else { return false };
        let json = answer.json.as_ref().unwrap_or(&Json::Null);
        let shape = &list(part(&self.description, "steps"))[step];
        let gives = part(shape, "gives");
        let Json::Object(fields) = gives else { return true };
        let is_success = self.is_success(answer, json);
        let mut found = Vec::new();
        for (name, _) in fields {
            match source(gives, name, answer, json) {
                Some(value) if is_success => found.push((name, value)),
                _ => return false,
            }
        }
        for (name, value) in found {
            self.values.set(name, &value);
        }
        true
    }

    /// Forgets what the steps have given: a token may have run out.
    pub fn forget(&mut self) {
        for step in list(part(&self.description, "steps")) {
            if let Json::Object(fields) = part(step, "gives") {
                for (name, _) in fields {
                    self.values.set(name, "");
                }
            }
        }
    }

    /// The values of a part of the list, in an order of the server's.
    pub fn page_values(&self, page: &Page, sort: Sort) -> Values {
        let shape = self.shape(Operation::List);
        let mut values = Values::default();
        let first = count(shape, "first").unwrap_or(1);
        values.set("page", &digits((page.number + first) as i64));
        values.set("offset", &digits(page.offset as i64));
        values.set("cursor", &page.cursor);
        if let Some(limit) = count(shape, "limit") {
            values.set("limit", &digits(limit as i64));
        }
        let sorts = part(shape, "sort");
        let mut order = sorts.get(sort.key());
        if let (None, Json::Object(fields)) = (order, sorts) {
            order = fields.first().map(|(_, order)| order);
        }
        values.set("sort", text(order.unwrap_or(&Json::Null)));
        values
    }

    /// The values of an edited comment: its text, and who wrote it.
    pub fn edit_values(&self, id: &str, draft: &Draft) -> Values {
        let mut values = Values::of_draft(draft, "");
        values.set("id", id);
        values
    }

    /// The values of a vote on a comment: for it (1), against it (-1), or taken
    /// back (0).
    pub fn vote_values(&self, id: &str, vote: i8) -> Values {
        let key = ["down", "undo", "up"][(vote.signum() + 1) as usize];
        let mut values = Values::default();
        values.set("id", id);
        values.set("vote", text(part(self.shape(Operation::Vote), key)));
        values
    }

    /// The part of the list that comes after `listing`, which was `page`.
    pub(super) fn page_after(
        &self,
        page: &Page,
        items: usize,
        listing: &Listing,
        answer: &Answer,
        json: &Json,
    ) -> Option<Page> {
        let shape = self.shape(Operation::List);
        let cursor = source(shape, "next", answer, json).or_else(|| listing.last.clone());
        let number = page.number + 1;
        let has_more = if !matches!(part(shape, "more"), Json::Null) {
            !matches!(
                source(shape, "more", answer, json).as_deref(),
                None | Some("" | "0" | "false")
            )
        } else if let Some(pages) = source(shape, "pages", answer, json) {
            crate::digits::number(&pages).is_some_and(|pages| number < pages as usize)
        } else if !matches!(part(shape, "next"), Json::Null) {
            cursor.as_ref().is_some_and(|cursor| !cursor.is_empty())
        } else {
            // A page that is not full is the last one.
            count(shape, "limit").is_some_and(|limit| items >= limit)
        };
        (has_more && items > 0).then(|| Page {
            number,
            offset: page.offset + items,
            cursor: cursor.unwrap_or_default(),
        })
    }
}

fn filled(request: &Json, server_url: &str, values: Layers<'_>) -> Request {
    let mut url = String::from(server_url);
    push_filled(&mut url, text(part(request, "path")), values, percent::push_encoded);
    let mut before = '?';
    for (name, value) in pairs(part(request, "query"), values) {
        url.push(before);
        percent::push_encoded(&mut url, &name);
        url.push('=');
        percent::push_encoded(&mut url, &value);
        before = '&';
    }
    let method = text(part(request, "method"));
    let body = if let Some(json) = request.get("json") {
        Body::Json(fill_json(json, values).unwrap_or(Json::Null))
    } else if let Some(form) = request.get("form") {
        Body::Form(pairs(form, values))
    } else if let Some(form) = request.get("multipart") {
        Body::Multipart(pairs(form, values))
    } else {
        Body::Empty
    };
    let known = ["GET", "POST", "PUT", "PATCH", "DELETE"];
    Request {
        method: known.into_iter().find(|known| *known == method).unwrap_or("GET"),
        url,
        headers: pairs(part(request, "headers"), values),
        body,
        credentials: matches!(part(request, "credentials"), Json::Bool(true)),
        wanted: Vec::new(),
    }
}

/// Names and values; a pair whose values are all absent is left out.
fn pairs(templates: &Json, values: Layers<'_>) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    if let Json::Object(fields) = templates {
        for (name, template) in fields {
            if let Json::Text(template) = template
                && let Some(value) = fill(template, values, String::push_str)
            {
                pairs.push((name.clone(), value));
            }
        }
    }
    pairs
}
