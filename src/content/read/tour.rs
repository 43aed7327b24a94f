//! Reading `tours/*.toml`: guided readings of the map.

use super::super::node::Node;
use super::super::problem::Rule;
use super::super::reading::Reading;
use super::super::registry::{Thing, Wanted};
use super::super::rules::frame;
use super::super::table::{Field, Table};
use super::forms;
use super::statement::{statement, text};
use super::words::{number, slug};
use super::{element, whole_file};
use atlas_model::{ArticleRef, Stop, Target, Tour};

/// Reads a tour.
pub(crate) fn tour(node: &Node, reading: &mut Reading) -> Option<Tour> {
    let mut file = whole_file(node, reading)?;
    let about = file.demand("tour", reading);
    let mut table = element("tour", about?.node, reading)?;
    let id = table.need("id", reading, |field, reading| {
        let id = slug(field, reading)?;
        reading.give(Thing::Tour, &id, field.node.at);
        Some(id)
    });
    let title = table.need("title", reading, text);
    let intro = table.need("intro", reading, statement);
    table.close(reading);
    let stops = file.need("stop", reading, |field, reading| {
        Some(field.items(reading).into_iter().filter_map(|item| stop(item, reading)).collect())
    });
    reading.subject = "the file".into();
    file.close(reading);
    Some(Tour { id: id?, title: title?, intro: intro?, stops: stops? })
}

fn stop(field: Field<'_>, reading: &mut Reading) -> Option<Stop> {
    let mut table = Table::open(field, reading)?;
    let target = table.need("target", reading, target);
    let view = table.want("view", reading, view);
    let caption = table.need("caption", reading, statement);
    table.close(reading);
    Some(Stop { target: target?, view, caption: caption? })
}

fn target(field: Field<'_>, reading: &mut Reading) -> Option<Target> {
    let target = forms::target(field, reading)?;
    let wanted = match &target {
        Target::Place(id) => Wanted::Place(id.clone()),
        Target::Claim(id) => Wanted::Claim(id.clone()),
        Target::Source(id) => Wanted::Commentary(id.clone()),
        Target::Article(number) => Wanted::Article(ArticleRef::article(*number)),
    };
    let verb = match &target {
        Target::Place(_) => "stops at the place",
        Target::Claim(_) => "stops at the claim",
        Target::Source(_) => "stops at the commentary",
        Target::Article(_) => "stops at the article",
    };
    reading.mention(wanted, verb, field.node.at);
    Some(target)
}

/// Longitude, latitude and zoom.
fn view(field: Field<'_>, reading: &mut Reading) -> Option<[f64; 3]> {
    let numbers: Vec<f64> = field.items(reading).into_iter().filter_map(|item| number(item, reading)).collect();
    let [lon, lat, zoom] = numbers[..] else {
        if field.node.as_list().is_some_and(|items| items.len() != 3) {
            let message = format!("{} has not three numbers.", field.called(reading));
            reading.report(field.node.at, Rule::BadNumber, message, "Write [longitude, latitude, zoom].");
        }
        return None;
    };
    if !frame::contains(lon, lat) {
        let message = format!("{} is centred on {}, outside the atlas.", field.called(reading), frame::shown(lon, lat));
        reading.report(field.node.at, Rule::OutsideFrame, message, frame::remedy());
    }
    if !(0.0..=12.0).contains(&zoom) {
        let message = format!("{} has the zoom {zoom}, which the map does not have.", field.called(reading));
        reading.report(field.node.at, Rule::BadNumber, message, "Write a zoom from 0 to 12.");
    }
    Some([lon, lat, zoom])
}
