<?php
/**
 * Plugin Name: The house rules of the tests
 *
 * One WordPress is several houses: which one, each server's environment says.
 */

$fixture_house = (string) getenv( 'FIXTURE_HOUSE' );

// WordPress lets nobody comment over REST without an account, unless this says
// so; the house "plugin" leaves it to the plugin's own setting.
if ( 'plugin' !== $fixture_house ) {
	add_filter( 'rest_allow_anonymous_comments', '__return_true' );
}

add_filter(
	'option_comment_moderation',
	function () use ( $fixture_house ) {
		return 'moderated' === $fixture_house ? '1' : '0';
	}
);

add_filter(
	'option_require_name_email',
	function ( $required ) use ( $fixture_house ) {
		return 'open' === $fixture_house ? '0' : $required;
	}
);

// Every test comes from the same address: only one house is strict about it.
if ( 'limited' !== $fixture_house ) {
	add_filter( 'comment_flood_filter', '__return_false', 99 );
}

// The pictures in the posts stand where the house does, whatever its port is.
add_filter(
	'the_content',
	function ( $content ) {
		return str_replace( 'http://fixture.invalid', home_url(), $content );
	},
	1
);
