<?php
// The settings of the WordPress of the tests. What differs from run to run is
// in the environment.
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:' . getenv( 'FIXTURE_SOCKET' ) );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
$table_prefix = 'wp_';

// One database, a server for every house: each is at home where it is asked.
$fixture_host = isset( $_SERVER['HTTP_HOST'] ) ? $_SERVER['HTTP_HOST'] : 'fixture.invalid';
define( 'WP_HOME', 'http://' . $fixture_host );
define( 'WP_SITEURL', 'http://' . $fixture_host );

// Application passwords without TLS.
define( 'WP_ENVIRONMENT_TYPE', 'local' );
// Nothing leaves this machine.
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'DISABLE_WP_CRON', true );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', __DIR__ . '/debug.log' );

foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $fixture_key ) {
	define( $fixture_key . '_KEY', 'fixture' );
	define( $fixture_key . '_SALT', 'fixture' );
}

if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
