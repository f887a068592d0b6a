/**
 * The block in the editor: it stands for the element, which readers see around
 * the whole article.
 */
(({ blocks, blockEditor, components, element, i18n }) => {
  const { __ } = i18n;
  const make = element.createElement;

  blocks.registerBlockType('article-widget/article', {
    edit({ attributes, setAttributes }) {
      const set = (name) => (value) => setAttributes({ [name]: value });
      const choice = (name, label, options) =>
        make(components.SelectControl, {
          label,
          value: attributes[name],
          options: options.map(([value, label]) => ({ value, label })),
          onChange: set(name),
        });
      return make(
        'div',
        blockEditor.useBlockProps(),
        make(
          blockEditor.InspectorControls,
          null,
          make(
            components.PanelBody,
            { title: __('Map of actors', 'article-widget') },
            make(components.TextControl, {
              label: __('Address of a map document (JSON)', 'article-widget'),
              help: __('Leave it empty to use the field below the text.', 'article-widget'),
              type: 'url',
              value: attributes.map,
              onChange: set('map'),
            }),
            choice('view', __('Shown first', 'article-widget'), [
              ['', __('As usual', 'article-widget')],
              ['network', __('Network', 'article-widget')],
              ['world', __('World map', 'article-widget')],
              ['table', __('Table', 'article-widget')],
              ['none', __('No map', 'article-widget')],
            ]),
            choice('theme', __('Colours', 'article-widget'), [
              ['', __('As the page', 'article-widget')],
              ['light', __('Light', 'article-widget')],
              ['dark', __('Dark', 'article-widget')],
            ]),
          ),
        ),
        make(components.Placeholder, {
          icon: 'networking',
          label: __('Article Widget', 'article-widget'),
          instructions: __(
            'Readers see the map and the comments around this article.',
            'article-widget',
          ),
        }),
      );
    },
    save: () => null,
  });
})(window.wp);
