<?php
// Installs WordPress with its own installer, and writes the posts of the folder
// `posts`. Prints as JSON what the tests have to know.
define( 'WP_INSTALLING', true );
list( , $site, $posts ) = $argv;
require_once $site . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/image.php';

wp_install( 'La Gazette', 'editor', 'editor@example.org', true, '', 'editor' );
switch_theme( 'fixture' );
update_option( 'permalink_structure', '/%postname%/' );
update_option( 'comment_previously_approved', '0' );
update_option( 'show_avatars', '0' );
update_option( 'timezone_string', 'Africa/Niamey' );
update_option( 'active_plugins', array( 'article-widget/article-widget.php' ) );
// What the installer writes as a greeting is no part of any test.
wp_delete_post( 1, true );
flush_rewrite_rules( false );

$editor = 1;
// As an administrator, who may write any HTML.
wp_set_current_user( $editor );
wp_update_user( array( 'ID' => $editor, 'display_name' => 'Aïssa Maïga', 'role' => 'administrator' ) );
list( $password ) = WP_Application_Passwords::create_new_application_password( $editor, array( 'name' => 'tests' ) );

/** Draws a picture and keeps it as an attachment. */
function fixture_picture( $name, $alt ) {
	$canvas = imagecreatetruecolor( 1200, 800 );
	imagefill( $canvas, 0, 0, imagecolorallocate( $canvas, 214, 158, 86 ) );
	imagefilledellipse( $canvas, 900, 240, 220, 220, imagecolorallocate( $canvas, 250, 230, 170 ) );
	$upload = wp_upload_dir();
	$file   = $upload['path'] . '/' . $name . '.jpg';
	imagejpeg( $canvas, $file );
	$id = wp_insert_attachment(
		array( 'post_mime_type' => 'image/jpeg', 'post_title' => $name, 'post_excerpt' => 'Légende de ' . $name, 'post_status' => 'inherit' ),
		$file
	);
	wp_update_attachment_metadata( $id, wp_generate_attachment_metadata( $id, $file ) );
	update_post_meta( $id, '_wp_attachment_image_alt', $alt );
	return $id;
}

$pictures = array(
	'pont'  => fixture_picture( 'pont', 'Un pont sur le fleuve' ),
	'marche' => fixture_picture( 'marche', 'Le marché du matin' ),
);

$ids = array();
foreach ( glob( $posts . '/*.html' ) as $file ) {
	// The first line is a comment with what WordPress keeps beside the content.
	list( $head, $content ) = explode( "\n", file_get_contents( $file ), 2 );
	$about = json_decode( trim( substr( $head, 4, -3 ) ), true );
	if ( null === $about ) {
		fwrite( STDERR, "no head in $file\n" );
		exit( 1 );
	}
	foreach ( $pictures as $name => $picture ) {
		$content = str_replace(
			array( "{{$name}:id}", "{{$name}:url}" ),
			array( $picture, wp_get_attachment_image_url( $picture, 'large' ) ),
			$content
		);
	}
	if ( isset( $about['repeat'] ) ) {
		$content = str_repeat( $content, $about['repeat'] );
	}
	$slug = basename( $file, '.html' );
	$id   = wp_insert_post(
		wp_slash(
			array(
				'post_author'    => $editor,
				'post_name'      => $slug,
				'post_title'     => $about['title'],
				'post_content'   => trim( $content ),
				'post_excerpt'   => isset( $about['excerpt'] ) ? $about['excerpt'] : '',
				'post_status'    => isset( $about['status'] ) ? $about['status'] : 'publish',
				'post_password'  => isset( $about['password'] ) ? $about['password'] : '',
				'post_date_gmt'  => '2026-03-16 07:30:00',
				'comment_status' => 'open',
			)
		),
		true
	);
	if ( is_wp_error( $id ) ) {
		fwrite( STDERR, $file . ': ' . $id->get_error_message() . "\n" );
		exit( 1 );
	}
	set_post_thumbnail( $id, $pictures['pont'] );
	wp_set_post_terms( $id, array( 'fleuve', 'ponts' ) );
	wp_set_post_categories( $id, array( wp_create_category( 'Régions' ) ) );
	$ids[ $slug ] = $id;
}

echo wp_json_encode( array( 'password' => $password, 'posts' => $ids ) );
