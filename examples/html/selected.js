document.addEventListener('actor-select', (event) => {
  const { name } = event.detail;
  document.getElementById('selected').textContent = name ? `Selected: ${name}` : 'No actor is selected.';
});
